package org.muniment.server.directory;

import java.io.IOException;
import java.util.Map;
import org.muniment.archive.Actor;

/** Where changes of the directory are written down before they are made: the archive log of the organisation. */
@FunctionalInterface
public interface ChangeLog {

    /** Writes an entry; durable at return. If it fails, the change is not made. */
    void log(String organisation, Actor actor, String type, Map<String, String> detail) throws IOException;
}
