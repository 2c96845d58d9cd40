package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One attachment, decoded, to be read as often as needed. It is streamed: only buffers are in memory, whatever its
 * size.
 *
 * @param filename as its sender named it, decoded; not fit for any file system as it is; {@code null} if it has no name
 * @param contentType as its sender declared it, lower case
 * @param size decoded bytes, exact
 */
public record AttachedFile(@Nullable String filename, String contentType, long size, Bytes bytes) {

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Bytes {
        /** Opens the bytes from the start. */
        InputStream open() throws IOException;
    }

    /** Opens the decoded bytes from the start. The caller closes the stream. */
    public InputStream open() throws IOException {
        return bytes.open();
    }
}
