package org.muniment.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;

/**
 * Writes made-up entries into the log of an archive, the way every entry is written: each durable before the next of the
 * same caller. Forty administrators search, look at mail and sign in.
 */
final class LogFill {
    static final String RARE_ADMINISTRATOR = "auditor@example.org";
    static final String RARE_ADDRESS = "198.51.100.7";
    static final String FREQUENT = "contract";
    static final String FREQUENT_CHINESE = "合同";
    static final String NOW_AND_THEN = "budget";

    /** One in so many entries holds a word that no other has. */
    private static final int RARE = 1_000;

    private static final int CALLERS = 200;
    private static final int WORDS = 5_000;

    private final Archive archive;
    private final long entries;
    private final AtomicLong next = new AtomicLong();
    private final Map<Long, Instant> times = new ConcurrentSkipListMap<>();
    private final List<Throwable> failures = new ArrayList<>();

    private LogFill(Archive archive, long entries) {
        this.archive = archive;
        this.entries = entries;
    }

    /**
     * Writes so many.
     *
     * @return of one in a thousand of them, in their order: when it was written
     */
    static NavigableMap<Long, Instant> write(Archive archive, long entries) throws IOException, InterruptedException {
        var fill = new LogFill(archive, entries);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.startVirtualThread(fill::writeSome));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        if (!fill.failures.isEmpty()) {
            throw new IOException("an entry could not be written", fill.failures.getFirst());
        }
        return new TreeMap<>(fill.times);
    }

    private void writeSome() {
        try {
            for (long number = next.getAndIncrement(); number < entries; number = next.getAndIncrement()) {
                Instant time = write(number);
                if (number % RARE == 0) {
                    times.put(number, time);
                }
            }
        } catch (IOException | RuntimeException e) {
            synchronized (failures) {
                failures.add(e);
            }
        }
    }

    /** The word that only one entry holds, one of every thousand. */
    static String rare(long number) {
        return "rare" + number / RARE + "x";
    }

    /** The same in Chinese: the number in characters. */
    static String rareChinese(long number) {
        return "罕见"
                + Long.toString(number / RARE)
                        .chars()
                        .mapToObj(digit -> String.valueOf("零一二三四五六七八九".charAt(digit - '0')))
                        .reduce("", String::concat)
                + "号";
    }

    private Instant write(long number) throws IOException {
        var random = new SplittableRandom(number);
        boolean isOfAuditor = number % (10 * RARE) == 7;
        var actor = new Actor(
                isOfAuditor ? RARE_ADMINISTRATOR : "admin" + random.nextInt(40) + "@example.org",
                isOfAuditor ? RARE_ADDRESS : "192.0.2." + random.nextInt(200));
        int what = random.nextInt(10);
        if (what < 4 || number % RARE == 0) {
            return archive.log(actor, "search.run", search(number, random)).time();
        }
        if (what < 8) {
            String message = "w1-" + random.nextInt(10_000_000);
            return archive.log(actor, "message.view", Map.of("message", message, "reason", "Case review"))
                    .time();
        }
        return archive.log(actor, what == 8 ? "auth.sign_in" : "log.query", Map.of())
                .time();
    }

    private static Map<String, String> search(long number, SplittableRandom random) {
        var query = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            query.append("word").append(random.nextInt(WORDS)).append(' ');
        }
        query.append(random.nextInt(4) == 0 ? FREQUENT + ' ' + FREQUENT_CHINESE : "");
        query.append(random.nextInt(400) == 0 ? ' ' + NOW_AND_THEN : "");
        query.append(number % RARE == 0 ? ' ' + rare(number) + ' ' + rareChinese(number) : "");
        return Map.of("query", query.toString(), "total", Integer.toString(random.nextInt(10_000)));
    }
}
