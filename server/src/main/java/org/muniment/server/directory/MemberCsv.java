package org.muniment.server.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;

/**
 * Reads accounts from a table (RFC 4180): a header row, then one account per row. The separator is a comma, a semicolon or
 * a tab, whichever the header has most of. Bounded, and strict: one wrong row refuses all.
 */
final class MemberCsv {
    static final int MOST_BYTES = 32 << 20;
    static final int MOST_COLUMNS = 20;
    static final int LONGEST_FIELD = 16_000;

    /** The columns there are, with the names of their heads. */
    enum Column {
        ADDRESS,
        NAME,
        DEPARTMENT,
        ALIASES,
        STATE,
        ID;

        String head() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Column> of(String head) {
            return Optional.ofNullable(HEADS.get(MemberNames.key(head)));
        }
    }

    private static final Map<String, Column> HEADS = Map.ofEntries(
            Map.entry("address", Column.ADDRESS),
            Map.entry("邮箱", Column.ADDRESS),
            Map.entry("邮件地址", Column.ADDRESS),
            Map.entry("地址", Column.ADDRESS),
            Map.entry("name", Column.NAME),
            Map.entry("姓名", Column.NAME),
            Map.entry("名称", Column.NAME),
            Map.entry("department", Column.DEPARTMENT),
            Map.entry("部门", Column.DEPARTMENT),
            Map.entry("aliases", Column.ALIASES),
            Map.entry("别名", Column.ALIASES),
            Map.entry("state", Column.STATE),
            Map.entry("状态", Column.STATE),
            Map.entry("id", Column.ID),
            Map.entry("编号", Column.ID),
            Map.entry("工号", Column.ID));

    private static final Map<String, AccountState> STATES = Map.of(
            "", AccountState.ACTIVE,
            "active", AccountState.ACTIVE,
            "启用", AccountState.ACTIVE,
            "在职", AccountState.ACTIVE,
            "disabled", AccountState.DISABLED,
            "停用", AccountState.DISABLED,
            "deleted", AccountState.DELETED,
            "离职", AccountState.DELETED,
            "已删除", AccountState.DELETED);

    private final MemberChecks checks;
    private final Faults faults = new Faults();
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<String, List<String>> paths = new HashMap<>();
    private final List<Wanted> wanted = new ArrayList<>();

    private MemberCsv(MemberChecks checks) {
        this.checks = checks;
    }

    /**
     * Reads a file.
     *
     * @throws MemberRefusedException with line and column of everything that is wrong, up to {@link Faults#MOST}
     */
    static Listing read(byte[] bytes, Encoding encoding, MemberChecks checks) {
        if (bytes.length > MOST_BYTES) {
            throw MemberRefusedException.tooLarge(Message.of("members.csv-large", MOST_BYTES));
        }
        var csv = new MemberCsv(checks);
        csv.read(encoding.read(bytes));
        csv.faults.end();
        return new Listing(AccountSource.CSV, csv.wanted, 0);
    }

    private void read(String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            Iterator<CSVRecord> rows = parser.iterator();
            if (!rows.hasNext()) {
                throw MemberRefusedException.invalid("/1", Message.of("members.csv-empty"));
            }
            header(rows.next());
            while (!faults.isFull() && rows.hasNext()) {
                long line = parser.getCurrentLineNumber();
                row(line, rows.next());
            }
        } catch (IOException e) {
            throw broken(e.getMessage());
        } catch (UncheckedIOException e) {
            throw broken(e.getCause() == null ? null : e.getCause().getMessage());
        }
    }

    private static MemberRefusedException broken(@Nullable String why) {
        return MemberRefusedException.invalid(
                "/", Message.of("members.csv-broken", MemberChecks.shown(String.valueOf(why))));
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header =
                text.substring(0, end < 0 ? Math.min(text.length(), LONGEST_FIELD) : Math.min(end, LONGEST_FIELD));
        char best = ',';
        long most = -1;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private void header(CSVRecord row) {
        if (row.size() > MOST_COLUMNS) {
            throw MemberRefusedException.invalid("/1", Message.of("members.csv-columns", MOST_COLUMNS));
        }
        for (int i = 0; i < row.size(); i++) {
            String head = row.get(i);
            Optional<Column> column = Column.of(head);
            if (column.isEmpty()) {
                faults.add(1, MemberChecks.shown(head), Message.of("members.csv-column", MemberChecks.shown(head)));
            } else if (columns.putIfAbsent(column.get(), i) != null) {
                faults.add(1, column.get().head(), Message.of("members.csv-twice"));
            }
        }
        if (!columns.containsKey(Column.ADDRESS)) {
            faults.add(1, Column.ADDRESS.head(), Message.of("members.csv-no-address"));
        }
        faults.end();
    }

    private void row(long line, CSVRecord row) {
        if (wanted.size() >= MemberChecks.MOST_ACCOUNTS) {
            throw MemberRefusedException.tooLarge(Message.of("members.accounts-most", MemberChecks.MOST_ACCOUNTS));
        }
        for (int i = columns.size(); i < row.size(); i++) {
            if (!row.get(i).isBlank()) {
                faults.add(line, Integer.toString(i + 1), Message.of("members.csv-more", columns.size()));
                return;
            }
        }
        String address = checked(line, Column.ADDRESS, () -> checks.address("", text(row, Column.ADDRESS)));
        if (address == null) {
            return;
        }
        wanted.add(new Wanted(
                line,
                address,
                part(line, row, Column.NAME, text -> checks.name("", text)),
                part(line, row, Column.ALIASES, text -> checks.aliases("", split(text), address)),
                part(line, row, Column.DEPARTMENT, this::departments),
                part(line, row, Column.STATE, MemberCsv::state),
                key(line, row)));
    }

    private @Nullable String key(long line, CSVRecord row) {
        String key = part(line, row, Column.ID, text -> checks.externalKey(text.strip()));
        return key == null || key.isEmpty() ? null : key;
    }

    private String text(CSVRecord row, Column column) {
        Integer place = columns.get(column);
        String text = place == null || place >= row.size() ? "" : row.get(place);
        if (text.length() > LONGEST_FIELD) {
            throw MemberRefusedException.invalid("", Message.of("members.csv-field", LONGEST_FIELD));
        }
        return text;
    }

    /** Reads a part of a row. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(String text);
    }

    /** Checks something, or throws. */
    @FunctionalInterface
    private interface Check<T> {
        T get();
    }

    private <T> @Nullable T part(long line, CSVRecord row, Column column, Reading<T> reading) {
        return columns.containsKey(column) ? checked(line, column, () -> reading.of(text(row, column))) : null;
    }

    private <T> @Nullable T checked(long line, Column column, Check<T> check) {
        try {
            return check.get();
        } catch (MemberRefusedException e) {
            faults.add(line, column.head(), e.faults().getFirst().sentence());
            return null;
        }
    }

    private static List<String> split(String text) {
        Set<String> parts = new LinkedHashSet<>();
        for (String part : text.split("[;；,，\\s]+", MemberChecks.MOST_ALIASES + 3)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return List.copyOf(parts);
    }

    /** {@code Sales/North; Works council}. */
    private List<List<String>> departments(String text) {
        List<List<String>> departments = new ArrayList<>();
        for (String part : text.split("[;；]", MemberChecks.MOST_DEPARTMENTS + 3)) {
            if (!part.isBlank()) {
                List<String> path = paths.computeIfAbsent(part.strip(), checks::path);
                if (!departments.contains(path)) {
                    departments.add(path);
                }
            }
        }
        if (departments.size() > MemberChecks.MOST_DEPARTMENTS) {
            throw MemberRefusedException.invalid("", Message.of("members.departments", MemberChecks.MOST_DEPARTMENTS));
        }
        return departments;
    }

    private static AccountState state(String text) {
        AccountState state = STATES.get(text.strip().toLowerCase(Locale.ROOT));
        if (state == null) {
            throw MemberRefusedException.invalid("", Message.of("members.csv-state", MemberChecks.shown(text)));
        }
        return state;
    }
}
