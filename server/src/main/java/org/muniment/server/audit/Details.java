package org.muniment.server.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the details of an entry are about. */
final class Details {
    /** Details that were read out of mail, by the type of entry: not for who may not read mail. */
    private static final Map<String, Set<String>> OF_MAIL = Map.of("message.attachment", Set.of("name"));

    private Details() {}

    /** Whether a detail was read out of mail. */
    static boolean isOfMail(String type, String key) {
        return OF_MAIL.getOrDefault(type, Set.of()).contains(key);
    }

    /** The details without those that were read out of mail. */
    static Map<String, String> withoutMail(String type, Map<String, String> detail) {
        Map<String, String> left = new LinkedHashMap<>(detail);
        left.keySet().removeIf(key -> isOfMail(type, key));
        return left;
    }

    /** The details that begin with a prefix, under the names behind it: {@code before.}, {@code after.}. */
    static Map<String, String> behind(String prefix, Map<String, String> detail) {
        Map<String, String> behind = new LinkedHashMap<>();
        detail.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                behind.put(key.substring(prefix.length()), value);
            }
        });
        return behind;
    }
}
