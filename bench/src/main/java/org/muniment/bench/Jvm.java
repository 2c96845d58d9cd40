package org.muniment.bench;

import java.util.List;

/** How the JVMs that are measured are started: as {@code ./muniment run} starts the server. */
final class Jvm {
    /** The promise is that 512 MiB of heap are enough. */
    static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private Jvm() {}
}
