package org.muniment.archive;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Who gets copies of others' mail to watch it, and how such copies are marked (rule 4).
 *
 * @param addresses the monitors' addresses, in any case; best ones that are used for nothing else, for a mail that came
 *     to them as a blind copy looks like a monitor's copy
 * @param markers names of header fields that a mail system writes into such copies, in any case
 */
public record Monitors(Set<String> addresses, Set<String> markers) {
    /** Nobody watches. */
    public static final Monitors NONE = new Monitors(Set.of(), Set.of());

    public Monitors {
        addresses = lowerCase(addresses);
        markers = lowerCase(markers);
    }

    private static Set<String> lowerCase(Set<String> names) {
        Set<String> lowerCase = new HashSet<>();
        names.forEach(name -> lowerCase.add(name.toLowerCase(Locale.ROOT)));
        return Set.copyOf(lowerCase);
    }
}
