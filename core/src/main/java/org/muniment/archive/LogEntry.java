package org.muniment.archive;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of the archive log: who did what, when, from where, with what result.
 *
 * @param id {@code <writer>-<number>} of its record
 * @param type the type of event: {@code search.run}, {@code message.view}, {@code archive.enable}…
 * @param detail what else belongs to it, in the order given; values are text, numbers as text
 */
public record LogEntry(String id, Instant time, Actor actor, String type, Map<String, String> detail) {

    /** The detail that says why. */
    public static final String REASON = "reason";

    /** The detail that names the case it was done for. */
    public static final String CASE = "case";

    /** The detail that names what it is about. */
    public static final String OBJECT = "object";
}
