package org.muniment.server.api;

import org.jspecify.annotations.Nullable;
import org.muniment.archive.Provenance;

/** What stands before the bytes of an item: which item of which file it is. */
record ItemHeader(
        @Nullable String containerSha256,
        @Nullable String position,
        @Nullable String path,
        @Nullable String readSha256) {
    private static final int LONGEST_POSITION = 4_096;
    private static final int LONGEST_PATH = 8_192;

    /**
     * Itself.
     *
     * @throws IllegalArgumentException saying which field cannot be used
     */
    ItemHeader checked() {
        if (!isSha256(containerSha256)) {
            throw new IllegalArgumentException("container_sha256 must be 64 hexadecimal digits in lower case");
        }
        if (readSha256 != null && !isSha256(readSha256)) {
            throw new IllegalArgumentException("read_sha256 must be 64 hexadecimal digits in lower case");
        }
        if (position == null || position.isEmpty() || position.length() > LONGEST_POSITION) {
            throw new IllegalArgumentException("position must have 1 to " + LONGEST_POSITION + " characters");
        }
        if (path == null || path.length() > LONGEST_PATH) {
            throw new IllegalArgumentException("path must have at most " + LONGEST_PATH + " characters");
        }
        return this;
    }

    Provenance.Item item() {
        return new Provenance.Item(
                String.valueOf(containerSha256), String.valueOf(position), String.valueOf(path), readSha256);
    }

    private static boolean isSha256(@Nullable String text) {
        return text != null
                && text.length() == 64
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
