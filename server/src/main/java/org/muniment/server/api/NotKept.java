package org.muniment.server.api;

import java.util.Map;
import org.muniment.archive.Exclusion;

/** Sums up what came and was not kept, from counts by the name of the reason. */
final class NotKept {
    private NotKept() {}

    /** Because archiving was off, by the switch or at the end of the service. */
    static long whileOff(Map<String, Long> excluded) {
        return count(excluded, Exclusion.ARCHIVING_OFF) + count(excluded, Exclusion.SERVICE_ENDED);
    }

    /** Because no open archive account took part. */
    static long withoutAccount(Map<String, Long> excluded) {
        return count(excluded, Exclusion.NO_OPEN_ACCOUNT);
    }

    private static long count(Map<String, Long> excluded, Exclusion why) {
        return excluded.getOrDefault(why.key(), 0L);
    }
}
