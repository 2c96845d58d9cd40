package org.muniment.server.accounts;

/** More accounts would be open than the organisation has seats. Nothing was changed. */
public final class SeatsExceededException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int over;
    private final int seats;

    SeatsExceededException(int over, int seats) {
        super(over + " over the limit of " + seats, null, false, false); // an answer, not a fault
        this.over = over;
        this.seats = seats;
    }

    /** By how many. */
    public int over() {
        return over;
    }

    /** How many there may be. */
    public int seats() {
        return seats;
    }
}
