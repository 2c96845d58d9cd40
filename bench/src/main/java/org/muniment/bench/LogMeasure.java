package org.muniment.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.Archives;

/**
 * A long archive log: entries are written into the store of a server that rests, then the server is started, projects all
 * of them, and is asked for pages with each filter, at the HTTP API. Each question is an entry itself, so that a word which
 * was asked for before is not rare any more: every question after a rare word is after another one.
 */
final class LogMeasure {
    private static final int WARM_UP = 20;
    private static final int MEASURED = 100;
    private static final int RARE_EVERY = 1_000;
    private static final String PAGE = "/log?limit=50";

    private final Api api;
    private final NavigableMap<Long, Instant> times;
    private final Figures figures;

    private LogMeasure(Api api, NavigableMap<Long, Instant> times, Figures figures) {
        this.api = api;
        this.times = times;
        this.figures = figures;
    }

    static Figures run(Path launcher, Path home, long entries) throws Exception {
        Figures figures = new Figures().put("entries", entries);
        try (HttpClient client = HttpClient.newHttpClient()) {
            People people;
            try (ServerProcess server = ServerProcess.start(launcher, home)) {
                people = People.settle(server, home, client);
            }
            long begun = System.nanoTime();
            NavigableMap<Long, Instant> times = fill(home, entries);
            figures.put("written_seconds", seconds(begun)).put("database_before_mb", databaseMegabytes(home));
            try (ServerProcess server = ServerProcess.start(launcher, home)) {
                begun = System.nanoTime();
                Api api = people.at(server).signIn(People.ARCHIVE);
                while (!api.answers(PAGE)) {
                    TimeUnit.SECONDS.sleep(1); // the error of the figure
                }
                figures.put("projected_seconds", seconds(begun));
                new LogMeasure(api, times, figures).all();
                figures.put("resident_mb", server.residentMegabytes());
            }
            return figures.put("database_mb", databaseMegabytes(home));
        }
    }

    private static NavigableMap<Long, Instant> fill(Path home, long entries) throws IOException, InterruptedException {
        Path organisation;
        try (Stream<Path> organisations = Files.list(home.resolve("organisations"))) {
            organisation = organisations.findFirst().orElseThrow();
        }
        String id = organisation.getFileName().toString();
        try (Archive archive = Archives.open(Home.settings(home, id))) {
            return LogFill.write(archive, entries);
        }
    }

    private static double databaseMegabytes(Path home) throws IOException {
        return Files.size(home.resolve("db").resolve("muniment.mv.db")) / 1e6;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void all() throws Exception {
        String middle = at(0.1);
        String deep = "&cursor=" + Api.text("next_cursor", api.get(PAGE + "&to=" + middle));
        page("none_", "");
        page("none_deep_", deep);
        page("administrator_", "&admin=admin7@example.org");
        page("administrator_deep_", "&admin=admin7@example.org" + deep);
        page("administrator_rare_", "&admin=" + LogFill.RARE_ADMINISTRATOR);
        page("type_", "&type=search.run");
        page("type_deep_", "&type=message.*" + deep);
        page("administrator_and_type_", "&admin=admin7@example.org&type=auth.sign_in");
        page("time_range_", "&from=" + at(0.4) + "&to=" + at(0.5));
        page("keyword_frequent_", keyword(LogFill.FREQUENT));
        page("keyword_frequent_deep_", keyword(LogFill.FREQUENT) + deep);
        page("keyword_chinese_frequent_", keyword(LogFill.FREQUENT_CHINESE));
        page("keyword_now_and_then_", keyword(LogFill.NOW_AND_THEN));
        rare("keyword_rare_", 0, LogFill::rare);
        rare("keyword_chinese_rare_", 200, LogFill::rareChinese);
        page("keyword_of_nobody_deep_", keyword("zyzzyva") + deep);
        page("object_", "&object=" + Api.text("object", api.get(PAGE + "&type=message.view")));
        page("ip_", "&ip=192.0.2.77");
        page("ip_rare_", "&ip=" + LogFill.RARE_ADDRESS);
    }

    private String at(double part) {
        return List.copyOf(times.values()).get((int) (part * times.size())).toString();
    }

    private static String keyword(String word) {
        return "&keywords=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private void page(String name, String filter) throws Exception {
        figures.putAll(name, Rounds.measure(List.of(filter), WARM_UP, MEASURED, some -> api.get(PAGE + some)));
    }

    /** Makes a word of the number of an entry. */
    @FunctionalInterface
    private interface Word {
        String of(long number);
    }

    /** Asks for many rare words, each once; from all over the log. */
    private void rare(String name, int begin, Word word) throws Exception {
        int known = times.size();
        List<String> filters = IntStream.range(begin, begin + WARM_UP + MEASURED)
                .mapToObj(i -> keyword(word.of((long) (i * 7 % known) * RARE_EVERY)))
                .toList();
        Rounds.measure(filters.subList(0, WARM_UP), 0, 1, some -> api.get(PAGE + some));
        figures.putAll(
                name, Rounds.measure(filters.subList(WARM_UP, filters.size()), 0, 1, some -> api.get(PAGE + some)));
    }
}
