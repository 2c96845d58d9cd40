package org.muniment.server.members;

import java.util.LinkedHashMap;
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

    Detail put(String key, long value) {
        return put(key, Long.toString(value));
    }

    /** What was and what is, if they differ. */
    Detail change(String field, String before, String after) {
        return before.equals(after) ? this : put("before." + field, before).put("after." + field, after);
    }

    /** Whether nothing but the object is in it. */
    boolean hasNoChange() {
        return detail.keySet().stream().noneMatch(key -> key.startsWith("after."));
    }

    Map<String, String> map() {
        return detail;
    }
}
