package org.muniment.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.Search;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.lucene.LuceneIndex;
import org.muniment.index.query.Query;

/**
 * Measures searches by department in an organisation of 50,000 accounts: wall time of warm runs, compiling the query
 * included. Arguments: folder for the index, number of mails.
 */
public final class DepartmentMeasurement {
    private static final int ACCOUNTS = 50_000;
    private static final int RUNS = 200;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private DepartmentMeasurement() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        int mails = Integer.parseInt(args[1]);
        try (LuceneIndex index = LuceneIndex.open(Path.of(args[0]))) {
            index.clear();
            feed(index, mails);
            for (int size : new int[] {25, 5_000, ACCOUNTS}) {
                measure(index, mails, size, false);
                measure(index, mails, size, true);
            }
        }
    }

    private static void feed(LuceneIndex index, int mails) throws IOException {
        Random random = new Random(1);
        for (int n = 1; n <= mails; n++) {
            index.add(
                    n % 2 == 0 ? "2031-03" : "2031-04",
                    Mails.aMail(n)
                            .sent(START.plusSeconds(60L * n))
                            .subject("offer " + random.nextInt(1_000))
                            .text("words of mail " + random.nextInt(100_000))
                            .from(Mails.mailbox("", address(random.nextInt(ACCOUNTS))))
                            .to(
                                    Mails.mailbox("", address(random.nextInt(ACCOUNTS))),
                                    Mails.mailbox("", "customer" + random.nextInt(20_000) + "@example.net"))
                            .document());
        }
        index.commit(Map.of("a", (long) mails));
        index.refresh();
    }

    private static String address(int account) {
        return "person" + account + "@example.org";
    }

    /** With moves, half of the people came or left on a day of their own, in the time of the mail. */
    private static void measure(LuceneIndex index, int mails, int size, boolean moves) throws Exception {
        Random random = new Random(2);
        List<Expansion.Holding> members = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            Instant day = START.plusSeconds(60L * random.nextInt(mails));
            members.add(
                    !moves || n % 2 == 0
                            ? new Expansion.Holding(address(n), null, null)
                            : n % 4 == 1
                                    ? new Expansion.Holding(address(n), day, null)
                                    : new Expansion.Holding(address(n), null, day));
        }
        Expansion expansion = new Expansion(Map.of(), Map.of(new Query.Department("D", true, false), members));
        for (String text : List.of("dept:D/*", "dept:D/* subject:\"offer 7\"")) {
            Search search =
                    new Search(Query.parse(text), new TimeRange(null, null, DateField.SENT), null, Map.of(), expansion);
            double[] times = new double[RUNS];
            long found = 0;
            for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                found = index.find(search, 50, null).total();
                times[run] = (System.nanoTime() - start) / 1e6;
            }
            double[] warm = Arrays.copyOfRange(times, RUNS / 2, RUNS);
            Arrays.sort(warm);
            System.out.printf(
                    "%,7d accounts, moves %-5s %-28s %,9d found  median %.2f ms, p95 %.2f ms%n",
                    size, moves, text, found, warm[warm.length / 2], warm[warm.length * 95 / 100]);
        }
    }
}
