package org.muniment.server.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one entry of the archive log: what changed from what to what, and where it stands in the evidence log. */
@Command(
        name = "show",
        description = "Shows all of an entry, with before and after, and the proof that it is in the log.")
final class LogShowCommand implements Action {
    private static final int COLUMN = 16;

    @Parameters(paramLabel = "ID", description = "Of the entry: log_…")
    private String id = "";

    @Mixin
    private AsJson asJson = new AsJson();

    @Override
    public int run(Cli cli) throws IOException {
        Terminal terminal = cli.terminal();
        ZoneId zone = terminal.clock().getZone();
        String path = "/log/" + Server.encoded(id) + "?tz=" + Server.encoded(zone.getId());
        try (Server server = cli.asPerson()) {
            asJson.print(server.get(path), terminal.out(), entry -> print(entry, terminal, zone));
            return ExitCode.OK;
        }
    }

    private static void print(Json entry, Terminal terminal, ZoneId zone) {
        Lines out = new Lines(terminal.out(), COLUMN);
        out.line("Id", entry.get("id").text());
        out.line("Time", Texts.time(entry.get("time").text(), zone));
        out.line("Administrator", entry.get("administrator").text());
        out.lineIfAny("IP address", entry.get("ip").text());
        out.line("Type", entry.get("type").text());
        out.line("What", entry.get("sentence").text());
        out.line("Result", entry.get("result").text());
        out.lineIfAny("Object", entry.get("object").text());
        out.lineIfAny("Reason", entry.get("reason").text());
        out.lineIfAny("Case", entry.get("case").text());
        Json detail = entry.get("detail");
        detail.names()
                .forEach(name ->
                        out.line("Detail", name + ": " + detail.get(name).text()));
        proof(entry.get("evidence"), out);
        changes(entry, terminal);
    }

    private static void proof(Json proof, Lines out) {
        String leaf = "leaf " + Texts.count(proof.get("leaf_index").number());
        if (!proof.get("covered").yes()) {
            out.line("Proof", leaf + ", not under a checkpoint yet; within a minute it is");
            return;
        }
        out.line("Proof", leaf + " of " + Texts.count(proof.get("tree_size").number()) + " under a signed checkpoint");
        out.line("Leaf hash", proof.get("leaf_hash").text());
        out.line("Root hash", proof.get("root_hash").text());
    }

    private static void changes(Json entry, Terminal terminal) {
        Json before = entry.get("before");
        Json after = entry.get("after");
        Set<String> names = new TreeSet<>(before.names());
        names.addAll(after.names());
        if (!names.isEmpty()) {
            Table table =
                    new Table(Table.Column.left("FIELD"), Table.Column.text("BEFORE"), Table.Column.text("AFTER"));
            names.forEach(name ->
                    table.row(name, before.get(name).text(), after.get(name).text()));
            terminal.out().println();
            table.print(terminal.out(), terminal.width());
        }
    }
}
