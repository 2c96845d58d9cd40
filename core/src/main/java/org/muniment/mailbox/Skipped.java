package org.muniment.mailbox;

/**
 * Something that mail programs leave beside mail and that holds none: index files, links, what is still being
 * delivered. It does not count as found.
 *
 * @param reason why it was passed over, a sentence without its subject
 */
public record Skipped(String path, String reason) implements Finding {}
