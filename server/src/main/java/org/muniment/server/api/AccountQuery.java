package org.muniment.server.api;

import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.AccountList;
import org.muniment.server.language.Message;
import org.muniment.server.setup.MailNames;

/** Which archive accounts a request asks to see. */
final class AccountQuery {
    private static final int LONGEST_TEXT = 200;

    private AccountQuery() {}

    static AccountList.Filter filter(@Nullable String status, @Nullable String text) {
        String wanted = text == null ? "" : text.strip();
        if (wanted.length() > LONGEST_TEXT) {
            throw Problem.field("text", "invalid", Message.of("invalid.length", "text", 0, LONGEST_TEXT))
                    .exception();
        }
        return new AccountList.Filter(open(status), wanted);
    }

    private static @Nullable Boolean open(@Nullable String status) {
        return switch (status) {
            case null -> null;
            case "open" -> Boolean.TRUE;
            case "not_open" -> Boolean.FALSE;
            default ->
                throw Problem.field("status", "invalid", Message.of("invalid.one-of", "status", "open, not_open"))
                        .exception();
        };
    }

    /** The address behind which a page begins. */
    static @Nullable String behind(@Nullable String cursor) {
        if (cursor != null && MailNames.address(cursor).isEmpty()) {
            throw wrongCursor();
        }
        return cursor;
    }

    /** The number before which a page of turns begins. */
    static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw wrongCursor();
        }
        return Long.parseLong(cursor);
    }

    private static ProblemException wrongCursor() {
        return Problem.field("cursor", "invalid", Message.of("invalid.cursor")).exception();
    }
}
