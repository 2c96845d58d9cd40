package org.muniment.server.people;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.muniment.archive.Actor;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.Sessions;
import org.muniment.server.language.Message;
import org.muniment.server.people.RefusedException.Kind;
import org.muniment.server.security.Caller;

/** The sessions of whoever asks, in her own hands. Thread-safe. */
public final class OwnSessions {
    private final OpenArchives archives;
    private final Database database;
    private final Sessions sessions;
    private final InstantSource clock;

    OwnSessions(OpenArchives archives, Database database, Sessions sessions, InstantSource clock) {
        this.archives = archives;
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Those of the caller that have not ended, the newest first. */
    public List<Sessions.Listed> of(Caller.Person caller) {
        return sessions.of(caller.id(), clock.instant());
    }

    /** Ends one of the caller's. */
    public void end(Caller.Person caller, String id) throws IOException, RefusedException {
        if (of(caller).stream().noneMatch(session -> session.id().equals(id))) {
            throw RefusedException.of(Kind.NOT_FOUND, Message.of("not-found.session"));
        }
        log(caller, Map.of("object", id));
        sessions.end(caller.id(), id);
        database.sync();
    }

    /** Ends all of the caller's but the one that asks. */
    public void endOthers(Caller.Person caller) throws IOException {
        log(caller, Map.of("object", caller.id(), "which", "all others"));
        sessions.endAll(caller.id(), caller.tokenHash());
        database.sync();
    }

    /** From now on entries of the log about the session that asks say that this is why, unless a request says otherwise. */
    public void explain(Caller.Person caller, Sessions.Purpose purpose) throws IOException {
        var actor = new Actor(caller.address(), caller.client(), purpose.reason(), purpose.matter());
        caller.own(archives).archive().log(actor, "auth.purpose", Map.of());
        sessions.keepPurpose(caller.tokenHash(), purpose);
        database.sync();
    }

    private void log(Caller.Person caller, Map<String, String> detail) throws IOException {
        caller.own(archives).archive().log(caller.actor(), "auth.session_end", detail);
    }
}
