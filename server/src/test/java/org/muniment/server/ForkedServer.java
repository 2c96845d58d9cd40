package org.muniment.server;

import org.muniment.server.testing.IdleListener;
import org.muniment.server.testing.MemoryArchive;

/** The server as {@link Main} runs it, over an archive in memory, for tests that end its process. */
final class ForkedServer {
    private ForkedServer() {}

    public static void main(String[] args) {
        int code = Main.run(args, System.getenv(), MemoryArchive::new, (_, receiver) -> new IdleListener(receiver));
        if (code != 0) {
            System.exit(code);
        }
    }
}
