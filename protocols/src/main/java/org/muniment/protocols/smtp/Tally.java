package org.muniment.protocols.smtp;

import java.util.concurrent.atomic.LongAdder;
import org.muniment.protocols.DoorCounts;

/** Counts what became of the mails of one listener. Thread-safe. */
final class Tally {
    final LongAdder archived = new LongAdder();
    final LongAdder notKept = new LongAdder();
    final LongAdder deferred = new LongAdder();
    final LongAdder tooLarge = new LongAdder();
    final LongAdder unfinished = new LongAdder();
    final LongAdder bytes = new LongAdder();

    SmtpCounts with(DoorCounts door) {
        return new SmtpCounts(
                door, archived.sum(), notKept.sum(), deferred.sum(), tooLarge.sum(), unfinished.sum(), bytes.sum());
    }
}
