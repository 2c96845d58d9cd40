package org.muniment.server.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Rules.SeparateSend;
import org.muniment.server.archives.RuleChanges;
import org.muniment.server.database.RuleSettings;
import org.muniment.server.language.Message;
import org.muniment.server.setup.MailNames;

/** Settings of the rules as the API takes them; what is left out stays as it is. */
record RuleSettingsBody(
        @Nullable List<String> monitors,
        @Nullable List<String> markerHeaders,
        @Nullable String separateSend,
        @Nullable String reason) {
    private static final int MOST_MONITORS = 100;
    private static final int MOST_HEADERS = 20;

    /** RFC 5322, section 3.6.8. */
    private static final Pattern FIELD_NAME = Pattern.compile("[!-9;-~]{1,100}");

    /** Fields that stand in ordinary mail mark nothing. */
    private static final Set<String> ORDINARY = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "sender",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "received",
            "return-path",
            "mime-version",
            "references",
            "in-reply-to");

    /** What is wished; each field that is wrong is named. */
    RuleChanges.Wish wish() {
        List<String> addresses = monitors == null ? null : addresses(monitors);
        List<String> headers = markerHeaders == null ? null : headers(markerHeaders);
        SeparateSend separate = separateSend == null ? null : separate(separateSend);
        return before -> new RuleSettings(
                addresses == null ? before.monitors() : addresses,
                headers == null ? before.markerHeaders() : headers,
                separate == null ? before.separateSend() : separate);
    }

    private static List<String> addresses(List<String> given) {
        bound("/monitors", given, MOST_MONITORS);
        Set<String> addresses = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/monitors/" + i;
            addresses.add(MailNames.address(Required.value(pointer, given.get(i)))
                    .orElseThrow(() -> Problem.field(pointer, "invalid", Message.of("rules.address", pointer))
                            .exception()));
        }
        return List.copyOf(addresses);
    }

    private static List<String> headers(List<String> given) {
        bound("/marker_headers", given, MOST_HEADERS);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/marker_headers/" + i;
            String name = Required.value(pointer, given.get(i)).strip().toLowerCase(Locale.ROOT);
            if (!FIELD_NAME.matcher(name).matches()) {
                throw Problem.field(pointer, "invalid", Message.of("rules.header", pointer))
                        .exception();
            }
            if (ORDINARY.contains(name) || name.startsWith("content-")) {
                throw Problem.field(pointer, "invalid", Message.of("rules.header-ordinary", pointer, name))
                        .exception();
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static void bound(String pointer, List<String> given, int most) {
        if (given.size() > most) {
            throw Problem.field(pointer, "too-long", Message.of("invalid.entries", pointer, most))
                    .exception();
        }
    }

    private static SeparateSend separate(String key) {
        return RuleSettings.separateSend(key)
                .orElseThrow(() -> Problem.field(
                                "/separate_send",
                                "invalid",
                                Message.of("invalid.one-of", "/separate_send", "by_header, by_transaction"))
                        .exception());
    }
}
