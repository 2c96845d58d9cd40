package org.muniment.index.lucene;

import java.util.Locale;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.muniment.index.MailDocument;
import org.muniment.index.Words;

/**
 * The fields of an index document. Results are ordered by date and never scored, so nothing keeps norms.
 *
 * <p>Changing any of this, or how words are cut and folded, takes a new {@link IndexState#FORMAT}.
 */
final class Fields {
    /** Term: the id, by which a document is replaced. */
    static final String ID = "id";
    /** Term: the Message-ID, folded and cut. */
    static final String MSGID = "msgid";
    /** Terms: {@link #ATTACHMENT}, {@link #PARTIAL} and the labels. */
    static final String FLAG = "flag";

    static final String ATTACHMENT = "attachment";
    static final String PARTIAL = "partial";

    /** Terms: addresses of everyone who takes part, folded and cut; no positions. */
    static final String ACCOUNT = "account";

    /** Words with positions. */
    static final String SUBJECT = "subject";

    static final String BODY = "body";
    static final String FILENAME = "filename";

    /** Mailboxes: see {@link MailboxStream}. */
    static final String FROM = "from";

    /** To, Cc, Bcc and envelope together. */
    static final String TO = "to";

    static final String CC = "cc";
    static final String BCC = "bcc";

    /** Numbers by document, with bounds per segment. Times are milliseconds since 1970. */
    static final String SENT = "sent";

    static final String ARCHIVED = "archived";
    static final String SIZE = "size";
    static final String NUMBER = "number";
    /** Name by document. */
    static final String WRITER = "writer";
    /** Stored: see {@link HitCodec}. */
    static final String HIT = "hit";

    /** Longest term that is compared whole, in characters. */
    static final int LONGEST_WHOLE = 512;

    static final FieldType WORDS = words();

    private Fields() {}

    /** The term of an address that is compared whole. */
    static BytesRef account(String address) {
        return new BytesRef(Words.folded(cut(address)));
    }

    /** The term of a label. */
    static String label(MailDocument.Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    /** Cuts what is compared whole. */
    static String cut(String whole) {
        return whole.length() <= LONGEST_WHOLE ? whole : whole.substring(0, LONGEST_WHOLE);
    }

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
