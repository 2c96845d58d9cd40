package org.muniment.server.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What shall change about an account; what is {@code null} stays. */
public record AccountChange(
        @Nullable String address,
        @Nullable String name,
        @Nullable List<String> aliases,
        @Nullable List<String> departments,
        @Nullable AccountState state) {}
