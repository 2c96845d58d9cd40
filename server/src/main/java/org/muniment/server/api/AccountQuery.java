package org.muniment.server.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.AccountList;
import org.muniment.server.accounts.DepartmentAccounts;
import org.muniment.server.directory.Department;
import org.muniment.server.language.Message;
import org.muniment.server.setup.MailNames;

/** Which archive accounts a request asks to see. */
final class AccountQuery {
    private static final int LONGEST_TEXT = 200;

    private AccountQuery() {}

    /**
     * The conditions as they stand in the query.
     *
     * @param department id of a department
     * @param subdepartments whether what lies below it counts too; preset yes
     */
    record Conditions(
            @Nullable String status,
            @Nullable String directory,
            @Nullable String department,
            @Nullable Boolean subdepartments,
            @Nullable String text) {}

    static AccountList.Filter filter(String organisation, DepartmentAccounts departments, Conditions conditions) {
        String text = conditions.text() == null ? "" : conditions.text().strip();
        if (text.length() > LONGEST_TEXT) {
            throw Problem.field("text", "invalid", Message.of("invalid.length", "text", 0, LONGEST_TEXT))
                    .exception();
        }
        return new AccountList.Filter(
                open(conditions.status()),
                conditions.directory() == null ? null : inDirectory(conditions.directory()),
                conditions.department() == null
                        ? null
                        : within(
                                organisation,
                                departments,
                                conditions.department(),
                                !Boolean.FALSE.equals(conditions.subdepartments())),
                text);
    }

    private static AccountList.InDirectory inDirectory(String key) {
        return AccountList.InDirectory.named(key)
                .orElseThrow(() -> Problem.field(
                                "directory",
                                "invalid",
                                Message.of("invalid.one-of", "directory", "active, disabled, left, unknown"))
                        .exception());
    }

    private static Set<String> within(
            String organisation, DepartmentAccounts departments, String id, boolean subdepartments) {
        return departments.expanded(
                organisation, List.of(department(organisation, departments, "department", id)), subdepartments);
    }

    /** The id of a department that there is. */
    static String department(String organisation, DepartmentAccounts departments, String pointer, String id) {
        return departments
                .tree(organisation)
                .find(id)
                .map(Department::id)
                .orElseThrow(() -> Problem.field(pointer, "unknown", Message.of("members.no-department", Ids.shown(id)))
                        .exception());
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
