package org.muniment.server.demo;

import java.time.Instant;
import org.muniment.message.Envelope;

/**
 * One mail of the example, as a mail server would have handed it over.
 *
 * @param kind what sort of mail it is
 * @param envelope as in SMTP; its recipients may be more than the header names
 * @param bytes the mail itself; the caller must not change the array
 * @param sent when it was sent, as its Date field says where it has one
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to be archived; nobody compares mails
public record Mail(Kind kind, Envelope envelope, byte[] bytes, Instant sent) {

    /** What sorts of mail the example has. */
    public enum Kind {
        CONVERSATION,
        CHINESE_CONVERSATION,
        NEWSLETTER,
        MAILING_LIST,
        INVITATION,
        NOTICE,
        AUTO_REPLY,
        BOUNCE,
        ODD
    }
}
