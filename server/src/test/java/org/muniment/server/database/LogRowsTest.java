package org.muniment.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.LogRows.Behind;
import org.muniment.server.database.LogRows.Reached;
import org.muniment.server.home.Home;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.TestServer;

/** What is read along blocks is compared with looking at every entry. */
class LogRowsTest {
    private static final int ENTRIES = 3_000;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> WORDS =
            List.of("contract", "合同", "同意", "invoice", "w1-4711", "100%", "under_score", "a!b", "𠮷野家", "rare7");

    @TempDir
    Path home;

    private final List<LogRow> entries = new ArrayList<>();
    private @Nullable Database database;
    private String organisation = "";

    @BeforeEach
    void fill() throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        database = Database.open(new Home(home));
        organisation = database.jdbc()
                .sql("select id from organisation")
                .query(String.class)
                .single();
        var random = new Random(4);
        for (int place = 1; place <= ENTRIES; place++) {
            entries.add(entry(place, random));
        }
        add(0, ENTRIES);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** In pieces of many lengths, as they come. */
    private void add(int from, int to) {
        int next = from;
        for (int length = 1; next < to; length = length * 3 % 500 + 1) {
            int end = Math.min(to, next + length);
            rows().add(organisation, entries.subList(next, end), new Reached("w1", end, end));
            next = end;
        }
    }

    private LogRows rows() {
        return new LogRows(database);
    }

    /** The clock goes back now and then, and some entries are of the same moment. */
    private static LogRow entry(int place, Random random) {
        String type = List.of("search.run", "auth.sign_in", "log.query").get(random.nextInt(3));
        String actor = random.nextInt(40) + "@example.org";
        String word = random.nextInt(50) == 0 ? WORDS.get(random.nextInt(WORDS.size())) : "word" + random.nextInt(900);
        return new LogRow(
                "w1-" + place,
                place,
                BEGIN.plusSeconds(place / 3 - (random.nextInt(200) == 0 ? 200 : 0)),
                actor,
                random.nextInt(5) == 0 ? null : "192.0.2." + random.nextInt(200),
                type,
                "obj_" + place / 7,
                random.nextInt(300) == 0 ? "asked for" : null,
                random.nextInt(100) == 0 ? "case " + random.nextInt(4) : null,
                random.nextInt(400) == 0 ? "denied" : "ok",
                actor + "\n" + type + "\nlog_w1-" + place + "\n" + word,
                random.nextInt(200) == 0 ? "layoffs" + random.nextInt(3) + ".xlsx" : null,
                "{}");
    }

    /** Asks for things at random. */
    private LogFilter filter(Random random) {
        List<String> keywords = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String word =
                    random.nextInt(4) == 0 ? "layoffs" + random.nextInt(4) : WORDS.get(random.nextInt(WORDS.size()));
            int from = word.offsetByCodePoints(0, random.nextInt(2));
            keywords.add(
                    random.nextBoolean()
                            ? word
                            : word.substring(from, Math.min(word.length(), from + 1 + random.nextInt(4))));
        }
        return new LogFilter(
                organisation,
                random.nextInt(3) == 0 ? List.of(random.nextInt(40) + "@example.org", "3@example.org") : List.of(),
                random.nextInt(4) == 0 ? BEGIN.plusSeconds(random.nextInt(1_000)) : null,
                random.nextInt(4) == 0 ? BEGIN.plusSeconds(random.nextInt(1_000)) : null,
                keywords,
                random.nextBoolean(),
                random.nextInt(3) == 0 ? List.of("search.run") : List.of(),
                random.nextInt(20) == 0 ? "obj_" + random.nextInt(ENTRIES / 7) : null,
                random.nextInt(10) == 0 ? "case 1" : null,
                random.nextInt(6) == 0 ? "192.0.2." + random.nextInt(200) : null,
                random.nextInt(6) == 0 ? List.of("ok", "denied").get(random.nextInt(2)) : null,
                random.nextInt(10) == 0);
    }

    private static boolean passes(LogRow row, LogFilter filter) {
        String mail = filter.inMailWords() && row.mailWords() != null ? row.mailWords() : "";
        return (filter.actors().isEmpty() || filter.actors().contains(row.actor()))
                && (filter.types().isEmpty() || filter.types().contains(row.type()))
                && (filter.from() == null || !row.at().isBefore(filter.from()))
                && (filter.to() == null || !row.at().isAfter(filter.to()))
                && filter.keywords().stream().allMatch(word -> row.words().contains(word) || mail.contains(word))
                && (filter.object() == null || filter.object().equals(row.object()))
                && (filter.matter() == null || filter.matter().equals(row.matter()))
                && (filter.address() == null || filter.address().equals(row.address()))
                && (filter.result() == null || filter.result().equals(row.result()))
                && (!filter.reasoned() || row.reason() != null);
    }

    private void assertLikeLookingAtAll(LogFilter filter) {
        List<LogRow> inOrder = entries.stream()
                .filter(row -> passes(row, filter))
                .map(LogRowsTest::shown)
                .toList();
        List<LogRow> newest = inOrder.stream()
                .sorted(Comparator.comparing(LogRow::at)
                        .thenComparing(LogRow::place)
                        .reversed())
                .toList();
        List<LogRow> paged = new ArrayList<>();
        Behind behind = null;
        for (List<LogRow> page = rows().page(filter, behind, 60);
                !page.isEmpty();
                page = rows().page(filter, behind, 60)) {
            paged.addAll(page);
            behind = new Behind(page.getLast().at(), page.getLast().place());
        }
        assertThat(paged).as(filter.toString()).isEqualTo(newest);
        assertThat(rows().count(filter, ENTRIES + 1))
                .as(filter.toString())
                .isEqualTo(new LogRows.Counted(newest.size(), true));
        assertThat(rows().count(filter, 7))
                .isEqualTo(new LogRows.Counted(Math.min(7, newest.size()), newest.size() < 7));
        assertThat(rows().following(filter, 1_000, 40))
                .as(filter.toString())
                .isEqualTo(inOrder.stream()
                        .filter(row -> row.place() > 1_000)
                        .limit(40)
                        .toList());
    }

    @Test
    void everyFilterFindsWhatLookingAtEveryEntryFinds() {
        var random = new Random(17);
        for (int i = 0; i < 120; i++) {
            assertLikeLookingAtAll(filter(random));
        }
    }

    @Test
    void aProjectionThatIsSetBackFindsWhatIsWrittenAgain() {
        for (int back : new int[] {0, 1_700, 2_999}) {
            var random = new Random(back);
            for (int place = back + 1; place <= ENTRIES; place++) {
                entries.set(place - 1, entry(place, random));
            }
            add(back, ENTRIES);
            assertThat(rows().isWhole(organisation, ENTRIES)).isTrue();
            assertThat(entries)
                    .allMatch(row -> rows().findable(organisation, row.place(), row.place())
                            .test(row));
            for (int i = 0; i < 10; i++) {
                assertLikeLookingAtAll(filter(random));
            }
        }
    }

    @Test
    void whatIsFrequentIsCountedAmongTheNewestOnly() {
        var random = new Random(2);
        for (int place = ENTRIES + 1; place <= 13_000; place++) {
            entries.add(entry(place, random));
        }
        add(ENTRIES, 13_000);
        LogRows.Counted counted = rows().count(withKeyword("example.org"), 1_000_000);
        assertThat(counted.all()).isFalse();
        assertThat(counted.value()).isBetween(10_000L, 13_000L - 1);
        assertThat(rows().count(withKeyword("log_w1-7777"), 1_000_000).all()).isTrue();
    }

    private LogFilter withKeyword(String keyword) {
        return new LogFilter(
                organisation, List.of(), null, null, List.of(keyword), false, List.of(), null, null, null, null, false);
    }

    @Test
    void whatIsLongFillsBlocksOfItsOwnAndIsFound() {
        var random = new Random(1);
        List<LogRow> longOnes = new ArrayList<>();
        for (int place = ENTRIES + 1; place <= ENTRIES + 20; place++) {
            LogRow row = entry(place, random);
            var words = new StringBuilder(row.words());
            while (words.length() < 60_000) {
                words.append(' ').append(Long.toString(random.nextLong(), 36));
            }
            longOnes.add(withWords(row, words + " needle" + place, row.mailWords()));
        }
        entries.addAll(longOnes);
        add(ENTRIES, ENTRIES + 20);
        assertThat(rows().page(withKeyword("needle3010"), null, 10)).containsExactly(shown(longOnes.get(9)));
        assertThat(database.jdbc()
                        .sql("select count(*) from log_block where first_place > " + (ENTRIES - 256))
                        .query(Long.class)
                        .single())
                .isGreaterThan(4);
    }

    /** As a list shows it. */
    private static LogRow shown(LogRow row) {
        return withWords(row, "", null);
    }

    private static LogRow withWords(LogRow row, String words, @Nullable String mailWords) {
        return new LogRow(
                row.id(),
                row.place(),
                row.at(),
                row.actor(),
                row.address(),
                row.type(),
                row.object(),
                row.reason(),
                row.matter(),
                row.result(),
                words,
                mailWords,
                row.detail());
    }
}
