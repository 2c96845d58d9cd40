package org.muniment.mailbox;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Goes through what lies in one file or folder. Owns what it reads from. */
interface Walk extends Closeable {

    /**
     * The next step, or {@code null} at the end.
     *
     * @throws IOException if this file or folder cannot be read any further
     */
    @Nullable
    Step next() throws IOException;

    /** Where it is, for the report when it fails. */
    String path();
}
