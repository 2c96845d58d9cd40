package org.muniment.server.archives;

import java.io.IOException;
import org.muniment.archive.Archive;

/** Opens an archive: the one place where the server meets whoever keeps the mail. */
@FunctionalInterface
public interface ArchiveOpener {

    /** Opens the archive of these settings, making it if there is none. */
    Archive open(Archive.Settings settings) throws IOException;
}
