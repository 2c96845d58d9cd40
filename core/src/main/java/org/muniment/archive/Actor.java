package org.muniment.archive;

import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the archive log names it.
 *
 * @param name the address of a person, {@code os:<user>} for what runs on the machine without one, or {@code system}
 * @param address where the request came from, as text; {@code null} if from nowhere
 */
public record Actor(String name, @Nullable String address) {

    /** The product itself, as when it starts or a time has come. */
    public static final Actor SYSTEM = new Actor("system", null);
}
