package org.muniment.archive;

/** What became of a mail that reached us: its disposition. All of them are durable when returned. */
public sealed interface Outcome {

    /**
     * Kept as a new message.
     *
     * @param message its id, {@code <writer>-<number>}
     * @param already whether this very item was archived before, so that nothing was added now
     */
    record Archived(String message, boolean already) implements Outcome {}

    /**
     * Another copy of a message that is there: one more sighting.
     *
     * @param message id of the message
     * @param sighting id of the sighting's record
     * @param already whether this very item was merged before, so that nothing was added now
     */
    record Merged(String message, String sighting, boolean already) implements Outcome {}

    /**
     * Accepted, counted, not kept.
     *
     * @param rule why, as a name: {@code archiving-off}, {@code service-ended}, {@code no-organisation},
     *     {@code no-open-account}, {@code monitor-copy}, {@code not-sent}, {@code not-received}
     * @param number the number of the one of the sixteen rules that says so; 0 if none of them does
     * @param record id of the disposition's record
     */
    record Excluded(String rule, int number, String record) implements Outcome {}
}
