package org.muniment.archive;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets copies that arrive at the same moment meet: the first claims the key, the others wait until its fate is known.
 * Thread-safe.
 */
final class Claims {
    private final ConcurrentHashMap<Key, CompletableFuture<Void>> open = new ConcurrentHashMap<>();

    /** A key that is ours until it is closed. */
    final class Claim implements AutoCloseable {
        private final Key key;
        private final CompletableFuture<Void> ended;

        private Claim(Key key, CompletableFuture<Void> ended) {
            this.key = key;
            this.ended = ended;
        }

        Key key() {
            return key;
        }

        @Override
        public void close() {
            open.remove(key, ended);
            ended.complete(null);
        }
    }

    /** Claims a key; waits while somebody else has it. */
    Claim claim(Key key) {
        while (true) {
            CompletableFuture<Void> ours = new CompletableFuture<>();
            @Nullable CompletableFuture<Void> theirs = open.putIfAbsent(key, ours);
            if (theirs == null) {
                return new Claim(key, ours);
            }
            await(theirs);
        }
    }

    private static void await(CompletableFuture<Void> theirs) {
        try {
            theirs.join();
        } catch (CompletionException e) {
            throw new AssertionError("claims never fail", e);
        }
    }
}
