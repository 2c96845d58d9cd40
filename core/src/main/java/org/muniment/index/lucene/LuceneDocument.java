package org.muniment.index.lucene;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.muniment.index.MailDocument;
import org.muniment.index.MailDocument.Mailbox;
import org.muniment.index.Words;

/**
 * A message as fields of the index. Objects and buffers are made once and filled again for each message, because this
 * runs for every mail. Not thread-safe.
 */
final class LuceneDocument implements Iterable<IndexableField> {
    private final List<IndexableField> fields = new ArrayList<>();

    private final StringField id = term(Fields.ID);
    private final StringField msgid = term(Fields.MSGID);
    private final StringField attachment = new StringField(Fields.FLAG, Fields.ATTACHMENT, Field.Store.NO);
    private final StringField partial = new StringField(Fields.FLAG, Fields.PARTIAL, Field.Store.NO);

    private final Field sent = NumericDocValuesField.indexedField(Fields.SENT, 0);
    private final Field archived = NumericDocValuesField.indexedField(Fields.ARCHIVED, 0);
    private final Field number = NumericDocValuesField.indexedField(Fields.NUMBER, 0);
    private final Field size = NumericDocValuesField.indexedField(Fields.SIZE, 0);
    private final Field writer = new SortedDocValuesField(Fields.WRITER, new BytesRef());

    private final HitCodec codec = new HitCodec();
    private final Field hit = new StoredField(Fields.HIT, new BytesRef());

    private final TextField subject = new TextField(Fields.SUBJECT);
    private final TextField body = new TextField(Fields.BODY);
    private final TextField filename = new TextField(Fields.FILENAME);

    private final MailboxField from = new MailboxField(Fields.FROM);
    private final MailboxField to = new MailboxField(Fields.TO);
    private final MailboxField cc = new MailboxField(Fields.CC);
    private final MailboxField bcc = new MailboxField(Fields.BCC);

    /** Takes a message; the object then stands for it until the next call. */
    LuceneDocument fill(MailDocument document) {
        fields.clear();
        terms(document);
        numbers(document);
        addresses(document);
        accounts(document);
        add(subject, List.of(document.subject()));
        add(body, List.of(document.text()));
        add(filename, document.attachmentNames());
        hit.setBytesValue(codec.encode(document));
        fields.add(hit);
        return this;
    }

    /** The term that finds the document by its id. */
    static Term idTerm(String id) {
        return new Term(Fields.ID, id);
    }

    /** Milliseconds since 1970, as far as they can be counted. */
    static long millis(Instant time) {
        long seconds = Math.clamp(time.getEpochSecond(), Long.MIN_VALUE / 1_000 + 1, Long.MAX_VALUE / 1_000 - 1);
        return seconds * 1_000 + time.getNano() / 1_000_000;
    }

    @Override
    public Iterator<IndexableField> iterator() {
        return fields.iterator();
    }

    private void terms(MailDocument document) {
        id.setBytesValue(new BytesRef(document.id()));
        fields.add(id);
        String messageId = document.messageId();
        if (messageId != null && !messageId.isEmpty()) {
            msgid.setBytesValue(new BytesRef(Words.folded(Fields.cut(messageId))));
            fields.add(msgid);
        }
        if (document.attachments() > 0) {
            fields.add(attachment);
        }
        if (document.partial()) {
            fields.add(partial);
        }
        for (MailDocument.Label label : document.labels()) {
            fields.add(new StringField(Fields.FLAG, Fields.label(label), Field.Store.NO));
        }
    }

    private void numbers(MailDocument document) {
        add(sent, millis(document.sent()));
        add(archived, millis(document.archived()));
        add(number, document.number());
        add(size, document.size());
        writer.setBytesValue(new BytesRef(document.writer()));
        fields.add(writer);
    }

    private void addresses(MailDocument document) {
        from.stream.clear().add(document.from());
        to.stream
                .clear()
                .add(document.to())
                .add(document.cc())
                .add(document.bcc())
                .addMissing(document.recipients());
        cc.stream.clear().add(document.cc());
        bcc.stream.clear().add(document.bcc());
        for (MailboxField field : List.of(from, to, cc, bcc)) {
            if (!field.stream.isEmpty()) {
                fields.add(field);
            }
        }
    }

    /** Everyone who takes part, once. */
    private void accounts(MailDocument document) {
        Set<BytesRef> accounts = new HashSet<>();
        for (List<Mailbox> mailboxes : List.of(document.from(), document.to(), document.cc(), document.bcc())) {
            mailboxes.forEach(mailbox -> accounts.add(Fields.account(mailbox.address())));
        }
        document.recipients().forEach(address -> accounts.add(Fields.account(address)));
        document.reversePaths().forEach(address -> accounts.add(Fields.account(address)));
        for (BytesRef account : accounts) {
            if (account.length > 0) {
                fields.add(new StringField(Fields.ACCOUNT, account, Field.Store.NO));
            }
        }
    }

    private void add(Field field, long value) {
        field.setLongValue(value);
        fields.add(field);
    }

    private void add(TextField field, List<String> texts) {
        if (!texts.isEmpty()) {
            field.stream.over(texts);
            fields.add(field);
        }
    }

    private static StringField term(String name) {
        return new StringField(name, new BytesRef(), Field.Store.NO);
    }

    /** A field of words, with its own stream. */
    private static final class TextField extends Field {
        private final WordStream stream;

        TextField(String name) {
            this(name, new WordStream());
        }

        private TextField(String name, WordStream stream) {
            super(name, stream, Fields.WORDS);
            this.stream = stream;
        }
    }

    /** A field of mailboxes, with its own stream. */
    private static final class MailboxField extends Field {
        private final MailboxStream stream;

        MailboxField(String name) {
            this(name, new MailboxStream());
        }

        private MailboxField(String name, MailboxStream stream) {
            super(name, stream, Fields.WORDS);
            this.stream = stream;
        }
    }
}
