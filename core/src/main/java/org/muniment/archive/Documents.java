package org.muniment.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.index.MailDocument;
import org.muniment.index.MailDocument.Mailbox;
import org.muniment.message.Address;
import org.muniment.message.Attachment;
import org.muniment.message.Defect;
import org.muniment.message.Envelope;
import org.muniment.message.Label;
import org.muniment.message.Labels;
import org.muniment.message.Message;
import org.muniment.message.MessageReader;
import org.muniment.store.RecordId;
import org.muniment.store.StoredRecord;

/** Makes of a message what the index needs. Thread-safe. */
final class Documents {
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final MessageReader reader;

    Documents(MessageReader reader) {
        this.reader = reader;
    }

    /** A document, the partition it belongs to and what the tally wants to know of it. */
    record Placed(String partition, MailDocument document, Passed passed) {}

    /** When a mail was sent, as far as that can be believed: its Date, else its oldest Received, else its archiving. */
    static Instant sent(Message message, Instant archived) {
        for (Instant claimed : candidates(message)) {
            if (claimed.isAfter(EARLIEST) && claimed.isBefore(archived.plus(CLOCKS_DIFFER))) {
                return claimed;
            }
        }
        return archived;
    }

    private static List<Instant> candidates(Message message) {
        List<Instant> candidates = new ArrayList<>(2);
        if (message.date() != null) {
            candidates.add(message.date());
        }
        if (message.firstReceived() != null) {
            candidates.add(message.firstReceived());
        }
        return candidates;
    }

    /** The document of a message that was read back from the store. */
    Placed of(StoredRecord record, List<Envelope> later) throws IOException {
        Message message = reader.read(new StoredMessage(record.content()));
        Copy copy = Copy.decode(record.meta());
        List<Envelope> envelopes = new ArrayList<>(later.size() + 1);
        envelopes.add(copy.envelope());
        envelopes.addAll(later);
        return of(Passed.of(record), record.dueDay(), record.content().size(), copy, envelopes, message);
    }

    static Placed of(Passed passed, int dueDay, long size, Copy copy, List<Envelope> envelopes, Message message) {
        RecordId id = passed.id();
        MailDocument document = new MailDocument(
                id.toString(),
                id.writer(),
                id.number(),
                copy.sent(),
                Instant.ofEpochMilli(passed.time()),
                size,
                message.messageId(),
                message.subject(),
                mailboxes(message.from(), message.sender()),
                mailboxes(message.to(), List.of()),
                mailboxes(message.cc(), List.of()),
                mailboxes(message.bcc(), List.of()),
                recipients(envelopes),
                reversePaths(envelopes),
                names(message.attachments()),
                message.attachments().size(),
                message.text(),
                isPartial(message),
                labels(message, copy.envelope()));
        return new Placed(partition(dueDay), document, passed);
    }

    /** The partition of a due day: its month. */
    static String partition(int dueDay) {
        return LocalDate.ofEpochDay(dueDay).toString().substring(0, 7);
    }

    private static List<String> recipients(List<Envelope> envelopes) {
        Set<String> recipients = new LinkedHashSet<>();
        envelopes.forEach(envelope -> recipients.addAll(envelope.recipients()));
        return List.copyOf(recipients);
    }

    private static List<String> reversePaths(List<Envelope> envelopes) {
        Set<String> reversePaths = new LinkedHashSet<>();
        for (Envelope envelope : envelopes) {
            String reversePath = envelope.reversePath();
            if (reversePath != null && !reversePath.isEmpty()) {
                reversePaths.add(reversePath);
            }
        }
        return List.copyOf(reversePaths);
    }

    private static List<Mailbox> mailboxes(List<Address> first, List<Address> second) {
        List<Mailbox> mailboxes = new ArrayList<>(first.size() + second.size());
        first.forEach(address -> mailboxes.add(mailbox(address)));
        for (Address address : second) {
            if (!first.contains(address)) {
                mailboxes.add(mailbox(address));
            }
        }
        return mailboxes;
    }

    private static Mailbox mailbox(Address address) {
        return new Mailbox(address.name(), address.address());
    }

    private static List<String> names(List<Attachment> attachments) {
        List<String> names = new ArrayList<>(attachments.size());
        for (Attachment attachment : attachments) {
            @Nullable String name = attachment.filename();
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** The labels of the first copy: what later copies went through says nothing about this one. */
    private static Set<MailDocument.Label> labels(Message message, Envelope envelope) {
        Set<MailDocument.Label> labels = EnumSet.noneOf(MailDocument.Label.class);
        for (Label label : Labels.of(message, envelope)) {
            labels.add(
                    switch (label) {
                        case AUTOREPLY -> MailDocument.Label.AUTOREPLY;
                        case FORWARDED -> MailDocument.Label.FORWARDED;
                        case SPAM -> MailDocument.Label.SPAM;
                        case SYSTEM -> MailDocument.Label.SYSTEM;
                    });
        }
        return labels;
    }

    private static boolean isPartial(Message message) {
        for (Defect defect : message.defects()) {
            switch (defect.kind()) {
                case ENCRYPTED, LIMIT_REACHED, READER_FAILED, UNDECODABLE_BODY, BROKEN_MULTIPART -> {
                    return true;
                }
                case MALFORMED_HEADER, MALFORMED_FIELD, BAD_CHARSET -> {
                    // The words are there all the same.
                }
            }
        }
        return false;
    }
}
