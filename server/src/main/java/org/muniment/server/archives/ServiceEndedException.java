package org.muniment.server.archives;

import java.time.LocalDate;

/** The service of the organisation has ended, so its archiving cannot be turned on. */
public final class ServiceEndedException extends RuntimeException {
    private final LocalDate lastDay;

    ServiceEndedException(LocalDate lastDay) {
        super("The service ended on " + lastDay + ".");
        this.lastDay = lastDay;
    }

    /** Its last day. */
    public LocalDate lastDay() {
        return lastDay;
    }
}
