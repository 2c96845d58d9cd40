package org.muniment.message;

import org.jspecify.annotations.Nullable;

/**
 * One mailbox of an address field (RFC 5322, section 3.4), decoded for reading and search.
 *
 * @param name the display name, decoded (RFC 2047); {@code null} if there was none
 * @param address {@code local@domain} as written, or whatever stood there if it is no address
 */
public record Address(@Nullable String name, String address) {}
