package org.muniment.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy came from, apart from its envelope.
 *
 * @param source {@code smtp}, {@code import}, …: the kind of source, later its id
 * @param received when it reached us
 * @param item for a copy out of a file: which one; {@code null} for a delivery
 * @param forced whether it is archived although archiving is off
 * @param facts what the source knows of its fate
 */
public record Provenance(
        String source, Instant received, @Nullable Item item, boolean forced, Facts facts) {

    /** Of a source that knows nothing of a mail's fate. */
    public Provenance(String source, Instant received, @Nullable Item item, boolean forced) {
        this(source, received, item, forced, Facts.NONE);
    }

    /**
     * A mail in a file. Container digest and position say which item it is, so that the same item given twice is the
     * same sighting; the path is for people.
     *
     * @param containerSha256 SHA-256 of the whole file, lower-case hex
     * @param position where in the file it lies: a byte offset or the name of an entry; {@code 0} for a file that is
     *     one mail
     * @param path how the person who imported would name it
     * @param readSha256 SHA-256 of the bytes as they stood in the file where that differs from the original (mbox
     *     escapes), lower-case hex, else {@code null}
     */
    public record Item(
            String containerSha256,
            String position,
            String path,
            @Nullable String readSha256) {}
}
