package org.muniment.server;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muniment.server.archives.OpenArchives;

/** Which parts of the server are up. Thread-safe. */
public final class Readiness {

    /** The parts, in the order in which they come up. */
    public enum Part {
        STORE,
        INDEX,
        SMTP,
        HTTP
    }

    private final OpenArchives archives;
    private final Set<Part> up = EnumSet.noneOf(Part.class);

    public Readiness(OpenArchives archives) {
        this.archives = archives;
    }

    /** The part works from now on. */
    public synchronized void up(Part part) {
        up.add(part);
    }

    /** The part does not work any more, or not yet. */
    public synchronized void down(Part part) {
        up.remove(part);
    }

    /** The server is about to stop: nothing counts as up any more. */
    public synchronized void stopping() {
        up.clear();
    }

    /** What is not up yet, by name; empty when everything works. */
    public List<String> waitingFor() {
        boolean writable = archives.all().stream()
                .allMatch(opened -> opened.archive().status().writable());
        var waiting = new ArrayList<String>();
        synchronized (this) {
            for (Part part : Part.values()) {
                if (!up.contains(part) || (part == Part.STORE && !writable)) {
                    waiting.add(part.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return waiting;
    }
}
