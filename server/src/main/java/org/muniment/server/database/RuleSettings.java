package org.muniment.server.database;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.Monitors;
import org.muniment.archive.Rules.SeparateSend;

/**
 * What an organisation sets of the archiving rules.
 *
 * @param monitors addresses that get copies of others' mail to watch it (rule 4), in lower case
 * @param markerHeaders names of header fields that mark such copies, in lower case
 * @param separateSend how mail that was sent to several separately is told (rule 3)
 */
public record RuleSettings(List<String> monitors, List<String> markerHeaders, SeparateSend separateSend) {
    private static final RuleSettings PRESET = new RuleSettings(List.of(), List.of(), SeparateSend.BY_HEADER);

    public RuleSettings {
        monitors = List.copyOf(monitors);
        markerHeaders = List.copyOf(markerHeaders);
    }

    /** As an organisation begins: nobody watches. */
    public static RuleSettings preset() {
        return PRESET;
    }

    /** As the archive takes them. */
    public Monitors asMonitors() {
        return new Monitors(Set.copyOf(monitors), Set.copyOf(markerHeaders));
    }

    /** As API and database write it: {@code by_header}. */
    public static String key(SeparateSend separateSend) {
        return separateSend.name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so. */
    public static Optional<SeparateSend> separateSend(String key) {
        for (SeparateSend one : SeparateSend.values()) {
            if (key(one).equals(key)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
