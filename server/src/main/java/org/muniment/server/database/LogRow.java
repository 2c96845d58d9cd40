package org.muniment.server.database;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the archive log as the database projects it.
 *
 * @param id {@code <writer>-<number>} of its record
 * @param place 1 for the first entry of the log, then one by one
 * @param at to the millisecond
 * @param matter the case it was done for
 * @param words folded text for keywords; empty in what a filter found
 * @param mailWords the same of what was read out of mail; {@code null} if there is none, and in what a filter found
 * @param detail JSON
 */
public record LogRow(
        String id,
        long place,
        Instant at,
        String actor,
        @Nullable String address,
        String type,
        @Nullable String object,
        @Nullable String reason,
        @Nullable String matter,
        String result,
        String words,
        @Nullable String mailWords,
        String detail) {}
