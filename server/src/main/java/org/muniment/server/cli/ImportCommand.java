package org.muniment.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.mailbox.Format;
import org.muniment.mailbox.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads mail out of files and archives it. Can be repeated: what is there already is not added again. */
@Command(
        name = "import",
        description = "Archives mail out of files: eml, mbox, Maildir, folders, zip, tar, gzip, zstd.")
final class ImportCommand implements Action {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "auto, eml, mbox (mboxo, mboxrd) or maildir (default: auto).")
    private Format format = Format.AUTO;

    @Option(names = "--force", description = "Archive although archiving is off; needs --reason.")
    private boolean force;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is kept in the archive log.")
    private @Nullable String reason;

    @Option(names = "--json", description = "Print the balance as JSON.")
    private boolean json;

    @Option(names = "--report", paramLabel = "FILE", description = "Write every failure to this CSV file.")
    private @Nullable String report;

    @Override
    public int run(Cli cli) throws IOException {
        if (force && (reason == null || reason.isBlank())) {
            throw CliException.usage("--force needs --reason TEXT: the archive log keeps why mail was archived while"
                    + " archiving was off.");
        }
        for (Path path : paths) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw CliException.usage("There is no file or folder " + path + ".");
            }
        }
        try (Server server = cli.asPerson();
                FailureReport failures = new FailureReport(cli.terminal(), report)) {
            String id = started(server);
            ImportRun run = new ImportRun(server, id, failures, cli.terminal());
            return new ImportSummary(cli.terminal(), id, failures, json).print(run.through(paths, Options.of(format)));
        }
    }

    private String started(Server server) throws IOException {
        JsonText request = new JsonText().put("reason", reason);
        if (force) {
            request.put("force", true);
        }
        try {
            return server.post("/imports", request).json().get("id").text();
        } catch (Refusal e) {
            if (!e.code().equals("archive-disabled")) {
                throw e;
            }
            throw new CliException(
                    ExitCode.FAILED,
                    "Archiving is off, so nothing was imported. Run ./muniment enable --reason TEXT, or import with"
                            + " --force --reason TEXT.",
                    e);
        }
    }
}
