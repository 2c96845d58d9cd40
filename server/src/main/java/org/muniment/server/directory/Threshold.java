package org.muniment.server.directory;

/**
 * How many accounts may leave or be disabled at once before somebody has to confirm it; up to {@link #ALWAYS} always may.
 *
 * @param percent of the accounts that the source brought
 * @param accounts in all
 */
public record Threshold(int percent, int accounts) {
    /** A small organisation loses somebody now and then. */
    public static final int ALWAYS = 5;

    /** Where nothing else is set. */
    public static final Threshold PRESET = new Threshold(10, 200);

    boolean isPassed(long leaving, long of) {
        return leaving > ALWAYS && (leaving > accounts || leaving * 100 > (long) percent * of);
    }
}
