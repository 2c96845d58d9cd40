package org.muniment.mailbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that mail programs and systems keep beside mail. */
final class Beside {
    private static final Set<String> NAMES = Set.of(
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "maildirfolder",
            "maildirsize",
            "subscriptions",
            "table_of_contents",
            ".mbox_index",
            "courierimapuiddb",
            "courierimapsubscribed");

    private Beside() {}

    /** Why a file of this name holds no mail; {@code null} if it may hold some. */
    static @Nullable String reason(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (NAMES.contains(name)
                || name.startsWith("dovecot.")
                || name.startsWith("dovecot-")
                || name.endsWith(".msf")
                || name.startsWith("._")
                || path.startsWith("__MACOSX/")) {
            return "is an index or settings file, not mail";
        }
        return null;
    }
}
