package org.muniment.mailbox;

/**
 * Something that should perhaps have been mail and could not be read as mail. It counts as found and failed.
 *
 * @param position where in the file, as {@link Item#position}; empty if it is the whole file
 * @param reason what is wrong and what to do, a sentence without its subject
 */
public record Unreadable(String path, String position, String reason) implements Finding {}
