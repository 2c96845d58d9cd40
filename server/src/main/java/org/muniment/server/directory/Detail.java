package org.muniment.server.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The details of a log entry, put together; values are cut where they get too long. Not thread-safe. */
final class Detail {
    private static final int LONGEST = 500;

    private final Map<String, String> detail = new LinkedHashMap<>();

    static Detail of(String object) {
        return new Detail().put("object", object);
    }

    Detail put(String key, String value) {
        detail.put(key, value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value);
        return this;
    }

    /** A value that is bounded already and told at full length. */
    Detail putWhole(String key, String value) {
        detail.put(key, value);
        return this;
    }

    Detail put(String key, long value) {
        return put(key, Long.toString(value));
    }

    /** What was and what is, if they differ. */
    Detail change(String field, String before, String after) {
        return before.equals(after) ? this : put("before." + field, before).put("after." + field, after);
    }

    /** What was and what is, and apart from that, at full length, what of it came and what went. */
    Detail change(String field, List<String> before, List<String> after, String between) {
        change(field, String.join(between, before), String.join(between, after));
        some(field + "_added", after, before, between);
        some(field + "_removed", before, after, between);
        return this;
    }

    private void some(String key, List<String> of, List<String> without, String between) {
        List<String> some = of.stream().filter(one -> !without.contains(one)).toList();
        if (!some.isEmpty()) {
            putWhole(key, String.join(between, some));
        }
    }

    /** Whether nothing but the object is in it. */
    boolean hasNoChange() {
        return detail.keySet().stream().noneMatch(key -> key.startsWith("after."));
    }

    Map<String, String> map() {
        return detail;
    }
}
