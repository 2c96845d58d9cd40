package org.muniment.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.index.MailDocument.Label;
import org.muniment.index.MailDocument.Mailbox;

/** Builds documents for tests: {@code aMail(7).subject("…").document()}. */
public final class Mails {
    /** When mail number 0 was sent; each further number is a minute later. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final long number;
    private String writer = "a";
    private Instant sent;
    private Instant archived;
    private long size = 5_000;
    private @Nullable String messageId;
    private String subject = "";
    private List<Mailbox> from = List.of();
    private List<Mailbox> to = List.of();
    private List<Mailbox> cc = List.of();
    private List<Mailbox> bcc = List.of();
    private List<String> recipients = List.of();
    private List<String> reversePaths = List.of();
    private Set<Label> labels = Set.of();
    private List<String> attachments = List.of();
    private String text = "";
    private boolean partial;

    private Mails(long number) {
        this.number = number;
        sent = START.plusSeconds(60 * number);
        archived = sent.plusSeconds(3);
    }

    /** Begins a mail with its record number. */
    public static Mails aMail(long number) {
        return new Mails(number);
    }

    /** A mailbox; an empty name is none. */
    public static Mailbox mailbox(String name, String address) {
        return new Mailbox(name.isEmpty() ? null : name, address);
    }

    public Mails writer(String name) {
        writer = name;
        return this;
    }

    public Mails sent(Instant time) {
        sent = time;
        return this;
    }

    public Mails archived(Instant time) {
        archived = time;
        return this;
    }

    public Mails size(long bytes) {
        size = bytes;
        return this;
    }

    public Mails messageId(String id) {
        messageId = id;
        return this;
    }

    public Mails subject(String words) {
        subject = words;
        return this;
    }

    public Mails from(Mailbox... mailboxes) {
        from = List.of(mailboxes);
        return this;
    }

    public Mails to(Mailbox... mailboxes) {
        to = List.of(mailboxes);
        return this;
    }

    public Mails cc(Mailbox... mailboxes) {
        cc = List.of(mailboxes);
        return this;
    }

    public Mails bcc(Mailbox... mailboxes) {
        bcc = List.of(mailboxes);
        return this;
    }

    public Mails recipients(String... addresses) {
        recipients = List.of(addresses);
        return this;
    }

    public Mails reversePaths(String... addresses) {
        reversePaths = List.of(addresses);
        return this;
    }

    public Mails labels(Label... kinds) {
        labels = Set.of(kinds);
        return this;
    }

    public Mails attachments(String... names) {
        attachments = List.of(names);
        return this;
    }

    public Mails text(String words) {
        text = words;
        return this;
    }

    public Mails partial() {
        partial = true;
        return this;
    }

    /** The document. */
    public MailDocument document() {
        return new MailDocument(
                writer + "-" + number,
                writer,
                number,
                sent,
                archived,
                size,
                messageId,
                subject,
                from,
                to,
                cc,
                bcc,
                recipients,
                reversePaths,
                attachments,
                attachments.size(),
                text,
                partial,
                labels);
    }
}
