package org.muniment.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveFixture;
import org.muniment.server.database.Database;
import org.muniment.server.database.LogFilter;
import org.muniment.server.database.LogRow;
import org.muniment.server.database.LogRows;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.TestServer;

class LogProjectionTest {
    private static final Actor ADA = new Actor("ada@example.org", "192.0.2.1");
    private static final Actor BOB = new Actor("bob@example.org", "192.0.2.2");

    @TempDir
    Path home;

    private @Nullable Archive archive;
    private @Nullable Database database;
    private @Nullable AuditLogs logs;
    private String organisation = "";

    @BeforeEach
    void open() throws Exception {
        if (organisation.isEmpty()) {
            SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        }
        archive = ArchiveFixture.open(Files.createDirectories(home.resolve("the-archive")));
        database = Database.open(new Home(home));
        organisation = sql("select id from organisation");
        logs = new AuditLogs(new LogRows(database));
        logs.follow(organisation, archive.trail());
    }

    @AfterEach
    void close() throws Exception {
        logs.close();
        archive.close();
        database.close();
    }

    /** By hand, past everything that watches. */
    private String sql(String statement) throws SQLException {
        try (Connection hand = DriverManager.getConnection("jdbc:h2:file:" + new Home(home).database(), "sa", "");
                var prepared = hand.createStatement()) {
            boolean rows = prepared.execute(statement);
            if (!rows) {
                return "";
            }
            var result = prepared.getResultSet();
            return result.next() ? result.getString(1) : "";
        }
    }

    private AuditLog log() {
        return logs.find(organisation).orElseThrow();
    }

    private LogFilter filter(List<String> actors, List<String> types, String... keywords) {
        List<String> folded = List.of(keywords).stream().map(AuditLog::fold).toList();
        return new LogFilter(organisation, actors, null, null, folded, false, types, null, null, null, null, false);
    }

    private List<String> ids(LogFilter filter) throws IOException {
        log().catchUp();
        return log().page(filter, null, 100).stream().map(LogRow::id).toList();
    }

    private String write(Actor actor, String type, Map<String, String> detail) throws IOException {
        return archive.log(actor, type, detail).id();
    }

    @Test
    void whatWasWrittenIsThereWhenItIsAskedFor() throws Exception {
        String first = write(ADA, "search.run", Map.of("query", "合同 OR Ｃontract", "total", "12"));
        String second = write(BOB, "auth.sign_in", Map.of());
        assertThat(ids(filter(List.of(), List.of()))).containsExactly(second, first);
        assertThat(ids(filter(List.of("bob@example.org"), List.of()))).containsExactly(second);
        assertThat(ids(filter(List.of(), List.of("search.run")))).containsExactly(first);
        assertThat(ids(filter(List.of(), List.of(), "CONTRACT", "合同"))).containsExactly(first);
        assertThat(ids(filter(List.of(), List.of(), "100%"))).isEmpty();
        assertThat(ids(filter(List.of("ada@example.org", "bob@example.org"), List.of("search.run", "auth.sign_in"))))
                .containsExactly(second, first);
        assertThat(log().types()).containsEntry("search.run", 1L);
        assertThat(log().administrators("BOB")).containsExactly("bob@example.org");
        assertThat(log().count(filter(List.of(), List.of()), 1)).isEqualTo(new LogRows.Counted(1, false));
    }

    @Test
    void aKeywordIsFoundHoweverItIsWritten() throws Exception {
        String id = write(ADA, "search.run", Map.of("query", "東亞銀行 合約 Müller ＡＢＣ_1"));
        write(ADA, "search.run", Map.of("query", "another"));
        for (String keyword : List.of("东亚银行", "東亞", "亚", "合约", "muller", "MÜLL", "abc_1", "ｃ_1", "亚银 约")) {
            assertThat(ids(filter(List.of(), List.of(), keyword.split(" ", -1))))
                    .as(keyword)
                    .containsExactly(id);
        }
        assertThat(ids(filter(List.of(), List.of(), "东银"))).isEmpty();
    }

    @Test
    void whoeverHidesAnEntryFromKeywordsIsFound() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            ids.add(write(ADA, "message.view", Map.of("message", "piece-" + i)));
        }
        assertThat(log().compare().difference()).isNull();
        sql("update log_block set signs = x'" + "00".repeat(2_048)
                + "' where first_place <= 300 and last_place >= 300");
        LogComparison.Difference hidden = log().compare().difference();
        assertThat(hidden).isNotNull();
        assertThat(hidden.kind()).isEqualTo(LogComparison.Kind.CHANGED);
        assertThat(hidden.fields()).containsExactly("words");
        assertThat(hidden.place()).isLessThanOrEqualTo(300);
        log().rebuild();
        assertThat(log().compare().difference()).isNull();
        assertThat(ids(filter(List.of(), List.of(), "piece-299"))).containsExactly(ids.get(299));
        sql("delete from log_block");
        close();
        open();
        assertThat(ids(filter(List.of(), List.of(), "piece-299"))).containsExactly(ids.get(299));
        assertThat(log().compare().difference()).isNull();
    }

    @Test
    void everyAddressOfAnActOfHundredsIsFound() throws Exception {
        String addresses = IntStream.range(0, 500)
                .mapToObj(i -> "somebody.number" + i + "@example.org")
                .collect(Collectors.joining(" "));
        assertThat(addresses).hasSizeGreaterThan(10_000);
        String id = write(ADA, "archive.account_open", Map.of("addresses", addresses, "reason", "all of them"));
        String ids =
                IntStream.range(0, 1_000).mapToObj(i -> "w1-" + (1_000_000 + i)).collect(Collectors.joining(" "));
        String export = write(BOB, "export.create", Map.of("messages", ids));
        assertThat(ids(filter(List.of(), List.of(), "number499@example.org"))).containsExactly(id);
        assertThat(ids(filter(List.of(), List.of(), "number0@example.org", "number250@")))
                .containsExactly(id);
        assertThat(ids(filter(List.of(), List.of(), "w1-1000999"))).containsExactly(export);
        assertThat(ids(filter(List.of(), List.of(), "number500@"))).isEmpty();
        assertThat(log().compare().difference()).isNull();
    }

    @Test
    void whatFailedSaysSo() throws Exception {
        write(ADA, "directory.sync", Map.of());
        String sync = write(ADA, "directory.sync_failed", Map.of("problem", "no"));
        String change = write(ADA, "directory.change_failed", Map.of());
        String door = write(ADA, "auth.failed", Map.of());
        var failed = new LogFilter(
                organisation, List.of(), null, null, List.of(), false, List.of(), null, null, null, "failed", false);
        assertThat(ids(failed)).containsExactly(door, change, sync);
    }

    @Test
    void pagesHoldEveryEntryOnceWhileMoreComes() throws Exception {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            written.addFirst(write(ADA, "message.view", Map.of("message", "w-" + i)));
        }
        log().catchUp();
        List<String> read = new ArrayList<>();
        LogRows.Behind behind = null;
        for (List<LogRow> page = log().page(filter(List.of(), List.of()), behind, 7);
                !page.isEmpty();
                page = log().page(filter(List.of(), List.of()), behind, 7)) {
            page.forEach(row -> read.add(row.id()));
            behind = new LogRows.Behind(page.getLast().at(), page.getLast().place());
            write(ADA, "log.query", Map.of());
            log().catchUp();
        }
        assertThat(read).isEqualTo(written);
    }

    @Test
    void keywordsDoNotFindWhatWasReadOutOfMailUnlessTheReaderMayReadMail() throws Exception {
        String id = write(ADA, "message.attachment", Map.of("message", "w-1", "number", "1", "name", "Layoffs.xlsx"));
        assertThat(ids(filter(List.of(), List.of(), "layoffs"))).isEmpty();
        var open = new LogFilter(
                organisation,
                List.of(),
                null,
                null,
                List.of("layoffs"),
                true,
                List.of(),
                null,
                null,
                null,
                null,
                false);
        assertThat(ids(open)).containsExactly(id);
    }

    @Test
    void itGoesOnWhereItWasAndBeginsAnewWhenTheTableIsLost() throws Exception {
        String first = write(ADA, "auth.sign_in", Map.of());
        log().catchUp();
        close();
        open();
        String second = write(ADA, "auth.sign_out", Map.of());
        assertThat(ids(filter(List.of(), List.of()))).containsExactly(second, first);
        sql("delete from log_entry");
        close();
        open();
        assertThat(ids(filter(List.of(), List.of()))).containsExactly(second, first);
        sql("delete from log_projection");
        sql("delete from log_entry");
        close();
        open();
        assertThat(ids(filter(List.of(), List.of()))).containsExactly(second, first);
        assertThat(log().compare().difference()).isNull();
    }

    @Test
    void aProjectionThatIsBehindTakesOverWhatIsThereAlready() throws Exception {
        write(ADA, "auth.sign_in", Map.of());
        write(ADA, "auth.sign_out", Map.of());
        log().catchUp();
        close();
        open();
        sql("delete from log_projection");
        close();
        open();
        assertThat(ids(filter(List.of(), List.of()))).hasSize(2);
        assertThat(log().compare().difference()).isNull();
    }

    @Test
    void whatWasChangedDeletedOrAddedByHandIsFoundAndNamed() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            ids.add(write(ADA, "message.view", Map.of("message", "w-" + i)));
        }
        assertThat(log().compare())
                .isEqualTo(new LogComparison(1_200, log().compare().treeSize(), null));

        String one = ids.get(700);
        sql("update log_entry set actor = 'eve@example.org' where id = '" + one + "'");
        assertFirst(LogComparison.Kind.CHANGED, one, 701, List.of("administrator"));
        sql("update log_entry set actor = 'ada@example.org' where id = '" + one + "'");
        sql("update log_entry set detail = '{}', at = at + interval '1' second where id = '" + one + "'");
        assertFirst(LogComparison.Kind.CHANGED, one, 701, List.of("time", "detail"));

        String other = ids.get(30);
        sql("delete from log_entry where id = '" + other + "'");
        assertFirst(LogComparison.Kind.MISSING, other, 31, List.of());
        log().rebuild();
        assertThat(log().compare().difference()).isNull();

        copy(ids.get(5), "made-1", 6);
        assertFirst(LogComparison.Kind.EXTRA, "made-1", 6, List.of());
        sql("update log_entry set place = 5000 where id = 'made-1'");
        assertFirst(LogComparison.Kind.EXTRA, "made-1", 5_000, List.of());
        sql("update log_entry set place = -1 where id = 'made-1'");
        assertFirst(LogComparison.Kind.EXTRA, "made-1", -1, List.of());
        sql("delete from log_entry where id = 'made-1'");
        assertThat(log().compare().difference()).isNull();
    }

    private void copy(String id, String copy, long place) throws SQLException {
        sql("insert into log_entry select organisation, '" + copy + "', " + place
                + ", at, actor, address, type, object, reason, matter, result, words, mail_words, detail"
                + " from log_entry where id = '" + id + "'");
    }

    private void assertFirst(LogComparison.Kind kind, String id, long place, List<String> fields) throws IOException {
        assertThat(log().compare().difference()).isEqualTo(new LogComparison.Difference(kind, id, place, fields));
    }

    @Test
    void longAndOddValuesAreKeptWithinBounds() throws Exception {
        String odd = "a\0b".repeat(2_000) + "\uD83D\uDE00".repeat(3_000);
        String id = archive.log(
                        new Actor("x".repeat(5_000), "y".repeat(500)),
                        "t".repeat(500),
                        Map.of("object", odd, "reason", odd))
                .id();
        assertThat(ids(filter(List.of(), List.of()))).containsExactly(id);
        assertThat(log().compare().difference()).isNull();
    }

    @Test
    void timesBoundThePage() throws Exception {
        String id = write(ADA, "auth.sign_in", Map.of());
        log().catchUp();
        Instant at = log().row(id).orElseThrow().at();
        assertThat(ids(within(at, at))).containsExactly(id);
        assertThat(ids(within(at.plusMillis(1), null))).isEmpty();
        assertThat(ids(within(null, at.minusMillis(1)))).isEmpty();
    }

    private LogFilter within(@Nullable Instant from, @Nullable Instant to) {
        return new LogFilter(
                organisation, List.of(), from, to, List.of(), false, List.of(), null, null, null, null, false);
    }
}
