package org.muniment.index.lucene;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

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
    /** Terms: {@link #ATTACHMENT} and {@link #PARTIAL}. */
    static final String FLAG = "flag";

    static final String ATTACHMENT = "attachment";
    static final String PARTIAL = "partial";

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
