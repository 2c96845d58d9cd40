package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings the directory to what a table says. */
@Command(name = "import", description = "Brings accounts and departments to what a CSV file lists.")
final class DeptImportCommand implements Action {
    private static final long MOST_BYTES = 32L << 20;
    private static final int SHOWN = 20;

    @Parameters(
            paramLabel = "FILE.csv",
            description = "A header row with address, name, department, aliases, state, id; then one account per row.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Show what it would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--encoding", paramLabel = "NAME", description = "auto, utf-8, gb18030 or utf-16 (default: auto).")
    private String encoding = "auto";

    @Option(names = "--keep-missing", description = "Whom the file lacks stays as he is; else he has left.")
    private boolean keepMissing;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Override
    public int run(Cli cli) throws IOException {
        try (Server server = cli.asPerson()) {
            String path = "/directory/imports?encoding=" + Server.encoded(encoding) + "&missing="
                    + (keepMissing ? "keep" : "left");
            Json plan =
                    server.call("POST", path, "text/csv", Server.body(table())).json();
            String id = Server.encoded(plan.get("id").text());
            PrintStream out = cli.terminal().out();
            DirectoryImports.print(plan, out);
            if (dryRun) {
                Json changes = server.get("/directory/imports/" + id + "/changes?limit=" + SHOWN)
                        .json();
                DirectoryImports.changes(changes, out);
                if (changes.get("next_cursor").present()) {
                    out.println("  …");
                }
                server.post("/directory/imports/" + id + ":discard", new JsonText())
                        .bytes();
                out.println("Nothing was changed.");
                return ExitCode.OK;
            }
            boolean many = plan.get("confirm_needed").yes();
            if (many) {
                confirmation.require(
                        cli.terminal(), "So many would leave or be disabled that it has to be confirmed. Do it?");
            }
            server.post("/directory/imports/" + id + ":apply", new JsonText().put("confirm", many))
                    .bytes();
            out.println("Done.");
            return ExitCode.OK;
        }
    }

    private byte[] table() throws IOException {
        if (file == null || !Files.isRegularFile(file)) {
            throw CliException.usage("There is no file " + file + ".");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw CliException.usage("The file " + file + " is larger than " + Texts.bytes(MOST_BYTES) + ".");
        }
        return Files.readAllBytes(file);
    }
}
