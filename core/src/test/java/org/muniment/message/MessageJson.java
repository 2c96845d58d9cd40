package org.muniment.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what was understood of a mail as JSON for people to read: one line per thing, empty things left out. */
final class MessageJson {
    private final List<String> lines = new ArrayList<>();

    private MessageJson() {}

    static String of(Message message) {
        var json = new MessageJson();
        json.string("messageId", message.messageId());
        json.string("date", message.date() == null ? null : message.date().toString());
        json.string(
                "firstReceived",
                message.firstReceived() == null ? null : message.firstReceived().toString());
        json.string("subject", message.subject());
        json.addresses("from", message.from());
        json.addresses("sender", message.sender());
        json.addresses("replyTo", message.replyTo());
        json.addresses("to", message.to());
        json.addresses("cc", message.cc());
        json.addresses("bcc", message.bcc());
        json.list("references", message.references());
        json.list(
                "attachments",
                message.attachments().stream()
                        .map(a -> a.contentType() + " " + a.size() + " " + a.filename())
                        .toList());
        json.list(
                "text",
                message.text().isEmpty() ? List.of() : List.of(message.text().split("\n", -1)));
        json.list(
                "defects",
                message.defects().stream()
                        .map(d -> d.kind() + ": " + d.detail())
                        .toList());
        json.string("fingerprint", message.fingerprint().toString());
        return "{\n" + String.join(",\n", json.lines) + "\n}\n";
    }

    private void string(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            lines.add("  " + quoted(name) + ": " + quoted(value));
        }
    }

    private void addresses(String name, List<Address> addresses) {
        list(
                name,
                addresses.stream()
                        .map(a -> a.name() == null ? a.address() : a.name() + " <" + a.address() + ">")
                        .toList());
    }

    private void list(String name, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(values.stream()
                    .map(value -> "    " + quoted(value))
                    .collect(Collectors.joining(",\n", "  " + quoted(name) + ": [\n", "\n  ]")));
        }
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : Character.toString(c));
            }
        }
        return quoted.append('"').toString();
    }
}
