package org.muniment.mailbox;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One mail that lies in a file.
 *
 * <p>Container digest and position together say which item it is, whatever the file is called: the same file gives the
 * same items in the same order, always. Its bytes can be opened as often as needed until the walk goes on.
 */
public final class Item implements Finding {
    private final String containerSha256;
    private final String position;
    private final String path;
    private final @Nullable String readSha256;
    private final long size;
    private final Content content;

    Item(
            String containerSha256,
            String position,
            String path,
            @Nullable String readSha256,
            long size,
            Content content) {
        this.containerSha256 = containerSha256;
        this.position = position;
        this.path = path;
        this.readSha256 = readSha256;
        this.size = size;
        this.content = content;
    }

    /** SHA-256 of the whole file that was named or found in a folder, lower-case hex. */
    public String containerSha256() {
        return containerSha256;
    }

    /**
     * Where in the container the item lies: {@code 0} for a file that is one mail, the offset of its separator line in
     * an mbox, the name of its entry in an archive ({@code inbox.mbox@1234} for an mbox in it, {@code a.zip!b.eml} for
     * an archive in it). Unique in its container.
     */
    public String position() {
        return position;
    }

    @Override
    public String path() {
        return path;
    }

    /**
     * SHA-256 of the bytes as they stood in the mbox where escapes were taken off, lower-case hex; else {@code null}.
     */
    public @Nullable String readSha256() {
        return readSha256;
    }

    /** The number of bytes of the original. */
    public long size() {
        return size;
    }

    /**
     * Opens the original from the start; it has exactly {@link #size} bytes.
     *
     * @throws IOException if the file cannot be read, or was changed since the walk came to it
     */
    public InputStream open() throws IOException {
        return content.open();
    }

    /** How the bytes are reached. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
