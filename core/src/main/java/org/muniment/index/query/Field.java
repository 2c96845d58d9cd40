package org.muniment.index.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of a message that a term may be looked for in. */
public enum Field {
    /** Everyone who took part, senders and recipients of the envelope included: whole addresses only. */
    ACCOUNT(true),
    /** Mailboxes of From. */
    FROM(true),
    /** Everyone it went to: To, Cc, Bcc and the envelope's recipients. */
    TO(true),
    /** Mailboxes of Cc. */
    CC(true),
    /** Mailboxes of Bcc. */
    BCC(true),
    /** Everyone: {@link #FROM} and {@link #TO}. */
    PARTICIPANT(true),
    /** The Subject. */
    SUBJECT(false),
    /** The text of the body. */
    BODY(false),
    /** File names of attachments. */
    FILENAME(false),
    /** The Message-ID, whole. */
    MSGID(false);

    private final boolean address;

    Field(boolean address) {
        this.address = address;
    }

    /** Whether it holds mailboxes: names and addresses. */
    public boolean isAddress() {
        return address;
    }

    /** Whether the field compares a value of this form whole, from its first character on, and not by words. */
    public boolean isWhole(String value) {
        return this == MSGID || (address && value.indexOf('@') >= 0 && value.indexOf(' ') < 0);
    }

    /** The name as it is typed. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Field named(String keyword) {
        for (Field field : values()) {
            if (field.keyword().equals(keyword)) {
                return field;
            }
        }
        return null;
    }
}
