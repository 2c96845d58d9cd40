package org.muniment.server.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** The sixteen archiving rules in words and numbers, and what is set of them. */
@Command(
        name = "rules",
        description = "Shows the archiving rules with their counters, and their settings.",
        subcommands = RulesSetCommand.class)
final class RulesCommand extends Showing {
    private static final int COLUMN = 18;

    RulesCommand() {
        super("/archive/rules");
    }

    @Override
    void show(Json rules, Terminal terminal) {
        PrintStream out = terminal.out();
        table(rules).print(out, terminal.width());
        out.println();
        new Lines(out, COLUMN)
                .line(
                        "Left out",
                        leftOut(rules) + " in the last "
                                + Texts.count(rules.get("days").number(), "day"));
        settings(rules, out);
    }

    private static Table table(Json rules) {
        boolean examples = rules.get("data").list().stream()
                .anyMatch(rule -> rule.get("example").present());
        Table table = new Table(
                Table.Column.right("NO"),
                Table.Column.text("RULE"),
                Table.Column.left("KIND"),
                Table.Column.right(
                        Texts.count(rules.get("days").number(), "day").toUpperCase(Locale.ROOT)),
                Table.Column.text("COUNTED ARE"),
                Table.Column.left(examples ? "FIND THEM WITH" : ""));
        for (Json rule : rules.get("data").list()) {
            Json count = rule.get("last_days");
            table.row(
                    rule.get("number").text(),
                    rule.get("text").text(),
                    rule.get("kind").text(),
                    count.present() ? Texts.count(count.number()) : "-",
                    rule.get("counted").text(),
                    rule.get("example").text());
        }
        return table;
    }

    private static String leftOut(Json rules) {
        if (rules.get("left_out").value() instanceof Map<?, ?> reasons && !reasons.isEmpty()) {
            return reasons.keySet().stream()
                    .map(String::valueOf)
                    .map(reason -> Texts.count(rules.get("left_out").get(reason).number()) + " " + reason)
                    .collect(Collectors.joining(", "));
        }
        return "nothing";
    }

    /** What is set. */
    static void settings(Json rules, PrintStream out) {
        Lines lines = new Lines(out, COLUMN);
        Json settings = rules.get("settings");
        lines.line("Monitors", joined(settings.get("monitors")));
        lines.line("Marker headers", joined(settings.get("marker_headers")));
        lines.line("Sent separately", settings.get("separate_send").text().replace('_', '-'));
    }

    private static String joined(Json list) {
        return list.list().isEmpty() ? None.WORD : list.joined(", ");
    }
}
