package org.muniment.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields that a message is found and listed by (RFC 5322, section 3.6). One object reads one header. */
final class MessageFields {
    private static final int MOST_REFERENCES = 1_000;

    private final HeaderSection header;
    private final Defects defects;
    private final @Nullable String charset;
    private int addresses;

    /**
     * @param part what the header says about the body; its charset is tried for octets beyond ASCII
     * @param addresses how many addresses may be read in all
     */
    MessageFields(HeaderSection header, PartHeader part, int addresses, Defects defects) {
        this.header = header;
        this.charset = part.charset();
        this.addresses = addresses;
        this.defects = defects;
    }

    /** The subject of a message. */
    static String subject(HeaderSection header, PartHeader part, Defects defects) {
        return new MessageFields(header, part, 0, defects).subject();
    }

    /** What of the header of a nested message is text to be searched. */
    static String searchable(HeaderSection header, PartHeader part, Defects defects) {
        var fields = new MessageFields(header, part, 0, defects);
        var lines = new StringBuilder();
        for (FieldName name : new FieldName[] {FieldName.FROM, FieldName.TO, FieldName.CC, FieldName.SUBJECT}) {
            for (int i = 0; i < header.size(); i++) {
                if (header.kind(i) == name) {
                    lines.append(EncodedWords.decode(fields.text(i), defects)).append('\n');
                }
            }
        }
        return lines.toString();
    }

    private String text(int field) {
        FieldTable table = header.table();
        return HeaderText.unfolded(header.bytes(), table.value(field), table.end(field), charset);
    }

    private @Nullable String first(FieldName name) {
        int field = header.first(name);
        return field < 0 ? null : text(field);
    }

    /** All subjects, should there be several, so that none is hidden. */
    String subject() {
        String subject = null;
        for (int i = 0; i < header.size(); i++) {
            if (header.kind(i) == FieldName.SUBJECT) {
                String next = EncodedWords.decode(text(i), defects);
                subject = subject == null ? next : subject + ' ' + next;
            }
        }
        return subject == null ? "" : subject;
    }

    /** The addresses of all fields of a name. */
    List<Address> addresses(FieldName name) {
        List<Address> found = new ArrayList<>(2);
        for (int i = 0; i < header.size(); i++) {
            if (header.kind(i) == name) {
                AddressReader.read(text(i), found, addresses, defects);
            }
        }
        addresses -= found.size();
        return found;
    }

    @Nullable
    Instant date() {
        String value = first(FieldName.DATE);
        if (value == null) {
            return null;
        }
        Instant date = DateReader.read(value);
        if (date == null) {
            defects.add(Defect.Kind.MALFORMED_FIELD, "a Date that is none");
        }
        return date;
    }

    /** The time of the last Received field that has one; each server puts its own on top (RFC 5321, section 4.4). */
    @Nullable
    Instant firstReceived() {
        for (int i = header.size() - 1; i >= 0; i--) {
            if (header.kind(i) == FieldName.RECEIVED) {
                String value = text(i);
                int semicolon = value.lastIndexOf(';');
                Instant time = semicolon < 0 ? null : DateReader.read(value.substring(semicolon + 1));
                if (time != null) {
                    return time;
                }
            }
        }
        return null;
    }

    @Nullable
    String messageId() {
        String value = first(FieldName.MESSAGE_ID);
        if (value == null || value.isEmpty()) {
            return null;
        }
        int open = value.indexOf('<');
        int close = value.indexOf('>', open + 1);
        String id = open >= 0 && close > open ? value.substring(open + 1, close).strip() : value;
        return id.isEmpty() ? null : id;
    }

    /** The ids of References and then of In-Reply-To, each once, in order. */
    List<String> references() {
        Set<String> ids = new LinkedHashSet<>();
        for (FieldName name : new FieldName[] {FieldName.REFERENCES, FieldName.IN_REPLY_TO}) {
            for (int i = 0; i < header.size(); i++) {
                if (header.kind(i) == name) {
                    ids(text(i), ids);
                }
            }
        }
        return new ArrayList<>(ids);
    }

    /** Only what stands in angle brackets is an id; old programs write sentences around it. */
    private static void ids(String value, Set<String> ids) {
        int open = value.indexOf('<');
        while (open >= 0 && ids.size() < MOST_REFERENCES) {
            int close = value.indexOf('>', open + 1);
            if (close < 0) {
                return;
            }
            String id = value.substring(open + 1, close).strip();
            if (!id.isEmpty()) {
                ids.add(id);
            }
            open = value.indexOf('<', close + 1);
        }
    }
}
