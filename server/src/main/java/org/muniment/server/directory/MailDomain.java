package org.muniment.server.directory;

import org.jspecify.annotations.Nullable;

/**
 * A mail domain of an organisation.
 *
 * @param name in lower case
 * @param aliasOf the domain whose mailboxes it has under another name; {@code null} if it has its own
 * @param accounts how many accounts have an address of it
 */
public record MailDomain(String name, @Nullable String aliasOf, long accounts) {}
