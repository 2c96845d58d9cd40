package org.muniment.archive;

import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the archive log names it.
 *
 * @param name the address of a person, {@code os:<user>} for what runs on the machine without one, or {@code system}
 * @param address where the request came from, as text; {@code null} if from nowhere
 * @param reason why, as the person said for all that this request does; {@code null} if she said nothing
 * @param matter the case that it is done for; {@code null} if none was named
 */
public record Actor(
        String name,
        @Nullable String address,
        @Nullable String reason,
        @Nullable String matter) {

    /** The product itself, as when it starts or a time has come. */
    public static final Actor SYSTEM = new Actor("system", null);

    /** Somebody who gives no reason. */
    public Actor(String name, @Nullable String address) {
        this(name, address, null, null);
    }
}
