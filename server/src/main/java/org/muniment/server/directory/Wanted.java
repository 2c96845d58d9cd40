package org.muniment.server.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as a source lists it; what is {@code null} the source says nothing about.
 *
 * @param line where it stands there, from 1
 * @param departments each as its names from the top
 * @param externalKey by which the source knows it, whatever it is called
 */
record Wanted(
        long line,
        String address,
        @Nullable String name,
        @Nullable List<String> aliases,
        @Nullable List<List<String>> departments,
        @Nullable AccountState state,
        @Nullable String externalKey) {}
