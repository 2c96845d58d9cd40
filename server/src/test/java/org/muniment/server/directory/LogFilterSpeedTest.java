package org.muniment.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.home.Home;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.TestServer;

/**
 * Filters stay quick over a long log. {@code -Dmuniment.log.entries=1000000} says how long; the times are printed, and none
 * may be beyond what a person waits for.
 */
@Tag("crash")
class LogFilterSpeedTest {
    private static final int ENTRIES = Integer.getInteger("muniment.log.entries", 1_000_000);
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long ROWS_MILLIS = 5_000;

    @TempDir
    private Path home;

    @Test
    void everyFilterIsAnsweredBeforeAnybodyGoesAway() throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        try (Database database = Database.open(new Home(home))) {
            String organisation = new Organisations(database).first().orElseThrow().id();
            fill(database, organisation);
            var rows = new LogRows(database);
            Map<String, LogFilter> filters = new LinkedHashMap<>();
            filters.put("everything", filter(organisation, List.of(), null, List.of(), List.of()));
            filters.put("one administrator", filter(organisation, List.of("admin3@example.org"), null, List.of(), List.of()));
            filters.put("a rare type", filter(organisation, List.of(), null, List.of("integrity.fail"), List.of()));
            filters.put(
                    "several types",
                    filter(organisation, List.of(), null, List.of("type.1", "type.2", "integrity.fail"), List.of()));
            filters.put("an old month", filter(organisation, List.of(), at(ENTRIES / 2), List.of(), List.of()));
            filters.put("a common word", filter(organisation, List.of(), null, List.of(), List.of("word7")));
            filters.put("a rare word", filter(organisation, List.of(), null, List.of(), List.of("needle")));
            filters.put(
                    "a rare word of one administrator",
                    filter(organisation, List.of("admin3@example.org"), null, List.of(), List.of("needle")));
            for (Map.Entry<String, LogFilter> one : filters.entrySet()) {
                long page = millis(() -> rows.page(one.getValue(), null, 100));
                long count = millis(() -> rows.count(one.getValue(), 10_000));
                System.out.printf("%,d entries, %s: page %d ms, count %d ms%n", ENTRIES, one.getKey(), page, count);
                assertThat(page).as(one.getKey()).isLessThan(PATIENCE_MILLIS);
                assertThat(count).as(one.getKey()).isLessThan(PATIENCE_MILLIS);
            }
            long types = millis(() -> rows.types(organisation));
            System.out.printf("%,d entries, types at the start: %d ms%n", ENTRIES, types);
        }
    }

    private static Instant at(int place) {
        return Instant.parse("2026-01-01T00:00:00Z").plusMillis(place * ROWS_MILLIS);
    }

    private static LogFilter filter(
            String organisation, List<String> actors, @Nullable Instant to, List<String> types, List<String> words) {
        return new LogFilter(organisation, actors, null, to, words, false, types, null, null, null, null, false);
    }

    private static long millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** By the database itself, so that filling takes a minute and not an hour. */
    private static void fill(Database database, String organisation) {
        int step = 50_000;
        for (int from = 1; from <= ENTRIES; from += step) {
            int first = from;
            int last = Math.min(from + step - 1, ENTRIES);
            database.inTransaction(() -> database.jdbc()
                    .sql("insert into log_entry select ?, 'w-' || x, x,"
                            + " dateadd(second, x * 5, timestamp with time zone '2026-01-01 00:00:00+00:00'),"
                            + " 'admin' || mod(x, 7) || '@example.org', '192.0.2.1',"
                            + " case when mod(x, 200000) = 1 then 'integrity.fail' else 'type.' || mod(x, 30) end,"
                            + " 'msg_w-' || x, null, null, 'ok',"
                            + " 'admin' || mod(x, 7) || '@example.org word' || mod(x, 50) || ' some more words of a query, as"
                            + " people type them ' || case when mod(x, 500000) = 7 then 'needle' else 'hay' end, null,"
                            + " '{\"message\":\"w-' || x || '\"}' from (select \"X\" as x from system_range(?, ?)) as numbers")
                    .params(organisation, first, last)
                    .update());
        }
    }
}
