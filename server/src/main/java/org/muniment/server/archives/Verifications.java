package org.muniment.server.archives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muniment.archive.Verification;

/** Puts the checks of several archives together. */
public final class Verifications {

    private Verifications() {}

    /**
     * One check of all of them; what is wrong names its organisation. That of a single one is given back as it is.
     *
     * @param checks by what people call the organisation, at least one
     */
    public static Verification joined(Map<String, Verification> checks) {
        if (checks.size() == 1) {
            return checks.values().iterator().next();
        }
        long records = 0;
        long bytes = 0;
        long leaves = 0;
        List<Verification.Failure> failures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Map.Entry<String, Verification> one : checks.entrySet()) {
            Verification check = one.getValue();
            records += check.records();
            bytes += check.bytes();
            leaves += check.treeSize();
            check.failures().forEach(failure -> failures.add(named(one.getKey(), failure)));
            check.notes().forEach(note -> notes.add(one.getKey() + ": " + note));
        }
        return new Verification(records, bytes, leaves, failures, notes);
    }

    private static Verification.Failure named(String organisation, Verification.Failure failure) {
        return new Verification.Failure(
                failure.file(), failure.record(), failure.offset(), organisation + ": " + failure.what());
    }
}
