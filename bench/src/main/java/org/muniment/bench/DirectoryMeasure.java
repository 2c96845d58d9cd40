package org.muniment.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The directory of a whole server with 50,000 accounts in 2,000 departments: how long the import takes, how long the tree,
 * the picker and the lists take at the HTTP API, opening and closing archive accounts, and whether signing in takes longer
 * than before there were so many. No mail is needed; names are made up.
 */
final class DirectoryMeasure {
    private static final int ACCOUNTS = 50_000;
    private static final int DEPARTMENTS = 2_000;
    private static final int DIVISIONS = 40;
    private static final int SIGN_INS = 40;
    private static final String LIST = "/directory/accounts?limit=50";
    private static final String ARCHIVE_LIST = "/accounts?limit=50";

    private final ServerProcess server;
    private final People people;
    private final Figures figures = new Figures();

    private DirectoryMeasure(ServerProcess server, People people) {
        this.server = server;
        this.people = people;
    }

    static Figures run(Path launcher, Path home) throws Exception {
        try (ServerProcess server = ServerProcess.start(launcher, home);
                HttpClient client = HttpClient.newHttpClient()) {
            var measure = new DirectoryMeasure(server, People.settle(server, home, client));
            measure.all();
            return measure.figures;
        }
    }

    private void all() throws Exception {
        figures.putAll("sign_in_before_", signIns());
        importAll();
        figures.putAll("sign_in_", signIns());
        reads();
        turns();
        figures.put("resident_mb", server.residentMegabytes());
    }

    /** Mostly Argon2id, which is meant to take long; whatever the number of accounts adds is the difference. */
    private Figures signIns() throws Exception {
        return Rounds.measure(
                List.of(People.POSTMASTER),
                SIGN_INS / 4,
                SIGN_INS,
                address -> people.signIn(address).hashCode());
    }

    private void importAll() throws Exception {
        Api api = people.signIn(People.POSTMASTER);
        String table = table();
        long begun = System.nanoTime();
        String id = Api.text("id", api.post("/directory/imports", "text/csv", table));
        figures.put("plan_seconds", seconds(begun));
        begun = System.nanoTime();
        api.post("/directory/imports/" + id + ":apply", "{}");
        figures.put("apply_seconds", seconds(begun));
        while (Api.number("total", api.get(ARCHIVE_LIST)) < ACCOUNTS) {
            TimeUnit.MILLISECONDS.sleep(200); // the server looks every few seconds; nobody tells when it is done
        }
        figures.put("archive_accounts_known_seconds", seconds(begun));
        begun = System.nanoTime();
        api.post("/directory/imports", "text/csv", table);
        figures.put("plan_again_seconds", seconds(begun));
    }

    private void reads() throws Exception {
        Api api = people.signIn(People.POSTMASTER);
        String top = api.get("/departments?parent=top");
        String department = Api.text("id", top);
        String deep = Api.text("next_cursor", api.get(LIST + "&text=person4&cursor=person45"));
        figures.putAll("tree_top_", api.rounds(List.of("/departments?parent=top")))
                .putAll("tree_level_", api.rounds(List.of("/departments?parent=" + department)))
                .putAll("tree_whole_", api.rounds(List.of("/departments")))
                .putAll("picker_", api.rounds(prefixes()))
                .putAll("list_", api.rounds(List.of(LIST)))
                .putAll("list_deep_", api.rounds(List.of(LIST + "&cursor=" + deep)))
                .putAll("list_department_", api.rounds(List.of(LIST + "&department=" + department)))
                .putAll("list_text_", api.rounds(List.of(LIST + "&text=son4999")))
                .putAll("archive_list_", api.rounds(List.of(ARCHIVE_LIST)))
                .putAll("archive_list_department_", api.rounds(List.of(ARCHIVE_LIST + "&department=" + department)))
                .putAll("archive_list_text_", api.rounds(List.of(ARCHIVE_LIST + "&text=son4999")));
    }

    private void turns() throws Exception {
        Api api = people.signIn(People.ARCHIVE);
        String department = Api.text("id", people.signIn(People.POSTMASTER).get("/departments?parent=top"));
        String some = "{\"department\":\"" + department + "\",\"reason\":\"bench\"";
        String everybody = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> '"' + address(i) + '"')
                .collect(Collectors.joining(",", "{\"addresses\":[", "],\"reason\":\"bench\""));
        turn(api, "open_department_", "/accounts:open", some);
        turn(api, "close_department_", "/accounts:close", some);
        turn(api, "open_all_", "/accounts:open", everybody);
        turn(api, "close_all_", "/accounts:close", everybody);
    }

    private void turn(Api api, String name, String path, String body) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        api.post(path, body + ",\"dry_run\":true}");
        figures.put(name + "preview_seconds", seconds(begun));
        begun = System.nanoTime();
        String answer = api.post(path, body + "}");
        figures.put(name + "seconds", seconds(begun)).put(name + "accounts", Api.number("changed", answer));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** As somebody types them: few letters, many letters, in the middle of a word, nobody's. */
    private static List<String> prefixes() {
        return List.of("p", "per", "person4", "person49999", "49999", "Person 12", "dep", "zzz").stream()
                .map(text -> "/directory/suggest?prefix=" + text.replace(" ", "%20"))
                .toList();
    }

    private static String address(int number) {
        return "person" + number + "@example.org";
    }

    private static String table() {
        var table = new StringBuilder("address,name,department,aliases\n");
        IntStream.range(0, ACCOUNTS)
                .forEach(i -> table.append(address(i))
                        .append(",Person ")
                        .append(i)
                        .append(",Division ")
                        .append(i % DIVISIONS)
                        .append("/Department ")
                        .append(i % (DEPARTMENTS - DIVISIONS))
                        .append(",alias")
                        .append(i)
                        .append("@example.org\n"));
        return table.toString();
    }
}
