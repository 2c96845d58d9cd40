package org.muniment.archive;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sixteen archiving rules, in the order and under the numbers of the requirements. */
public enum Rule {
    /** Mail sent to one person is one message, whoever's copy comes in. */
    SENT_SINGLY(1, Kind.FIXED, null),
    /** Mail sent to several at once is one message with all of them as recipients. */
    SENT_TO_SEVERAL(2, Kind.FIXED, null),
    /** Mail sent to several separately is one message for each. */
    SENT_SEPARATELY(3, Kind.SETTING, null),
    /** A copy for a monitor is not archived; the original is. */
    MONITOR_COPY(4, Kind.SETTING, null),
    /** Auto-forwarded mail, auto-replies and spam are archived. */
    MACHINE_MADE(5, Kind.FIXED, "is:autoreply OR is:forwarded OR is:spam"),
    /** Mail that a user's rules delete is archived. */
    DELETED_BY_RULES(6, Kind.FIXED, null),
    /** Notices of systems are archived. */
    SYSTEM_MAIL(7, Kind.FIXED, "is:system"),
    /** What a user sent is archived as far as it was sent successfully. */
    NOT_SENT(8, Kind.FIXED, null),
    /** What an account was sent and did not receive is not archived. */
    NOT_RECEIVED(9, Kind.FIXED, null),
    /** Accounts that are disabled or deleted are still archived. */
    ACCOUNTS_THAT_LEFT(10, Kind.FIXED, null),
    /** What users delete stays archived. */
    DELETED_BY_USERS(11, Kind.FIXED, null),
    /** While archiving is off, nothing new is archived, and what is there stays for its time. */
    ARCHIVING_OFF(12, Kind.FIXED, null),
    /** Archived mail can be viewed and downloaded, singly and many at once. */
    DOWNLOADS(13, Kind.FIXED, null),
    /** Attachments can be viewed and downloaded; archived mail cannot be deleted. */
    ATTACHMENTS(14, Kind.FIXED, "has:attachment"),
    /** What is done with the archive is logged. */
    LOG(15, Kind.FIXED, null),
    /** Other archives can fetch the mail. */
    THIRD_PARTY(16, Kind.FIXED, null);

    /** Whether an organisation can change how a rule works. */
    public enum Kind {
        /** It holds for everybody. */
        FIXED,
        /** Part of it is a setting of the organisation. */
        SETTING
    }

    private final int number;
    private final Kind kind;
    private final @Nullable String example;
    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Rule(int number, Kind kind, @Nullable String example) {
        this.number = number;
        this.kind = kind;
        this.example = example;
    }

    /** Its number in the requirements, 1 to 16. */
    public int number() {
        return number;
    }

    /** Its name for machines, such as {@code monitor-copy}. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** A query that finds mail it was applied to, where there can be one. */
    public Optional<String> example() {
        return Optional.ofNullable(example);
    }

    /** The rule of a number; empty if there is none. */
    static Optional<Rule> numbered(long number) {
        for (Rule rule : values()) {
            if (rule.number == number) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
