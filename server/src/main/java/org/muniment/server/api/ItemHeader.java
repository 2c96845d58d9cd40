package org.muniment.server.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Provenance;
import org.muniment.server.language.Message;

/** What stands before the bytes of an item: which item of which file it is. */
record ItemHeader(
        @Nullable String containerSha256,
        @Nullable String position,
        @Nullable String path,
        @Nullable String readSha256) {
    private static final int LONGEST_POSITION = 4_096;
    private static final int LONGEST_PATH = 8_192;

    /** Which field cannot be used; empty if all can. */
    Optional<Message> fault() {
        if (!isSha256(containerSha256)) {
            return Optional.of(Message.of("item.sha256", "container_sha256"));
        }
        if (readSha256 != null && !isSha256(readSha256)) {
            return Optional.of(Message.of("item.sha256", "read_sha256"));
        }
        if (position == null || position.isEmpty() || position.length() > LONGEST_POSITION) {
            return Optional.of(Message.of("invalid.length", "position", 1, LONGEST_POSITION));
        }
        if (path == null || path.length() > LONGEST_PATH) {
            return Optional.of(Message.of("invalid.length", "path", 0, LONGEST_PATH));
        }
        return Optional.empty();
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
