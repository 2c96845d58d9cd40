package org.muniment.server.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.message.Envelope;

/** A mail while it is written: fields in their order, then a body. Not thread-safe. */
final class Draft {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    private static final String GATE = "mx.lindenhof.example";

    private final Instant sent;
    private final Language language;
    private final Charset charset;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> recipients = new ArrayList<>();
    private String reversePath = "";
    private String host = "localhost";

    Draft(Instant sent, Language language, Charset charset) {
        this.sent = sent;
        this.language = language;
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    Language language() {
        return language;
    }

    Instant sent() {
        return sent;
    }

    /** Who writes it; also the reverse-path of its envelope and the zone of its Date. */
    Draft from(Party party) {
        reversePath = party.address();
        host = party.domain();
        return field("From", mailbox(party)).date(party.zone());
    }

    Draft to(List<Party> parties) {
        return addressed("To", parties);
    }

    Draft cc(List<Party> parties) {
        return parties.isEmpty() ? this : addressed("Cc", parties);
    }

    private Draft addressed(String field, List<Party> parties) {
        parties.forEach(party -> recipients.add(party.address()));
        return field(field, parties.stream().map(this::mailbox).collect(Collectors.joining(", ")));
    }

    /** Gets it without standing in the header. */
    Draft blindly(Party party) {
        recipients.add(party.address());
        return this;
    }

    /** As a server of its own sends it: bounces and automatic answers with the empty reverse-path. */
    Draft reversePath(String address) {
        reversePath = address;
        return this;
    }

    Draft subject(String subject) {
        return field("Subject", HeaderWords.text(subject, charset));
    }

    Draft field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Draft without(String name) {
        fields.remove(name);
        return this;
    }

    private Draft date(ZoneId zone) {
        return field("Date", DATE.format(sent.atZone(zone)));
    }

    private String mailbox(Party party) {
        return HeaderWords.phrase(party.display(language), charset) + " <" + party.address() + ">";
    }

    /** The mail with a body of one part or many. */
    Mail mail(Mail.Kind kind, Part body) {
        String header = header(fields) + "MIME-Version: 1.0\r\n" + body.fields();
        return written(kind, header.getBytes(StandardCharsets.UTF_8), body.body());
    }

    /** The mail with a body that declares nothing of itself. */
    Mail bare(Mail.Kind kind, byte[] body) {
        return written(kind, header(fields).getBytes(StandardCharsets.UTF_8), body);
    }

    private Mail written(Mail.Kind kind, byte[] header, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(received().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(header);
        bytes.writeBytes(new byte[] {'\r', '\n'});
        bytes.writeBytes(body);
        var envelope = new Envelope(reversePath, recipients, "192.0.2.25", "mail." + host, "ESMTPS");
        return new Mail(kind, envelope, bytes.toByteArray(), sent);
    }

    private String received() {
        String time = DATE.format(sent.plusSeconds(2).atZone(ZoneId.of("Europe/Berlin")));
        return "Received: from mail." + host + " (mail." + host + " [192.0.2.25])\r\n\tby " + GATE + " with ESMTPS id "
                + Long.toString(sent.toEpochMilli(), 36) + ";\r\n\t" + time + "\r\n";
    }

    private static String header(Map<String, String> fields) {
        var header = new StringBuilder();
        fields.forEach((name, value) -> header.append(HeaderWords.field(name, value)));
        return header.toString();
    }
}
