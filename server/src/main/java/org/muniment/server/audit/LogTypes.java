package org.muniment.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.server.language.Language;

/** The types of entries: those that this version writes, and those that stand in the log. */
public final class LogTypes {

    /**
     * A type.
     *
     * @param group what stands before the point; {@code group.*} asks for all of it
     * @param count how many entries of it there are
     */
    public record Known(String type, String group, long count) {}

    private LogTypes() {}

    /** All types, by name. */
    public static List<Known> known(Map<String, Long> counts) {
        Set<String> names = new TreeSet<>(counts.keySet());
        LogSentences.of(Language.ENGLISH).types().stream()
                .filter(type -> type.contains(".") && !type.startsWith("who."))
                .forEach(names::add);
        List<Known> known = new ArrayList<>();
        for (String name : names) {
            known.add(new Known(name, name.replaceFirst("\\..*", ""), counts.getOrDefault(name, 0L)));
        }
        return known;
    }
}
