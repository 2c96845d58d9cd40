package org.muniment.index.lucene;

import java.time.Instant;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.muniment.index.Expansion;

/**
 * A time for which the mail of an address counts.
 *
 * @param address term of {@link Fields#ACCOUNT}
 * @param from milliseconds, the first that counts
 * @param to milliseconds, the last that counts
 */
record Stay(BytesRef address, long from, long to) implements Comparable<Stay> {

    static Stay always(String address) {
        return new Stay(Fields.account(address), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static Stay of(Expansion.Holding member) {
        return new Stay(
                Fields.account(member.address()),
                millis(member.from(), Long.MIN_VALUE),
                member.to() == null ? Long.MAX_VALUE : LuceneDocument.millis(member.to()) - 1);
    }

    private static long millis(@Nullable Instant time, long open) {
        return time == null ? open : LuceneDocument.millis(time);
    }

    boolean isAlways() {
        return from == Long.MIN_VALUE && to == Long.MAX_VALUE;
    }

    /** By address, as a segment has its terms. */
    @Override
    public int compareTo(Stay other) {
        int byAddress = address.compareTo(other.address);
        int byStart = byAddress != 0 ? byAddress : Long.compare(from, other.from);
        return byStart != 0 ? byStart : Long.compare(to, other.to);
    }
}
