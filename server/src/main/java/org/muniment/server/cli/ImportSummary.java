package org.muniment.server.cli;

import java.nio.file.Path;
import java.util.StringJoiner;

/** Prints how an import ended. */
final class ImportSummary {
    private final Terminal terminal;
    private final String id;
    private final FailureReport failures;
    private final boolean json;

    ImportSummary(Terminal terminal, String id, FailureReport failures, boolean json) {
        this.terminal = terminal;
        this.id = id;
        this.failures = failures;
        this.json = json;
    }

    /** Prints it and returns the exit code. */
    int print(ImportRun.Ended ended) {
        failures();
        if (json) {
            terminal.out().println(json(ended));
        } else {
            lines(ended);
        }
        CliException stopped = ended.stopped();
        if (stopped != null) {
            terminal.out().flush();
            terminal.say("The import stopped: " + stopped.getMessage());
            terminal.say("What is counted above is safely in the archive. Running the same command again continues.");
            return stopped.exitCode();
        }
        return ended.counts().failed() > 0 ? ExitCode.PARTLY_DONE : ExitCode.OK;
    }

    private void failures() {
        for (FailureReport.Failure failure : failures.first()) {
            terminal.say("failed: " + failure.sentence());
        }
        long more = failures.count() - FailureReport.SHOWN;
        if (more > 0) {
            terminal.say("and " + Texts.count(more) + " more");
        }
        Path file = failures.file();
        if (file != null && failures.count() > 0) {
            terminal.say("Every failure is listed in " + file + ".");
        }
    }

    private void lines(ImportRun.Ended ended) {
        Balance.Counts counts = ended.counts();
        terminal.out().println(counts.line());
        if (counts.already() > 0) {
            terminal.out().println("of these " + Texts.count(counts.already()) + " were already in the archive");
        }
        if (ended.skipped() > 0) {
            terminal.out().println("passed over " + Texts.count(ended.skipped(), "file") + " that hold no mail");
        }
    }

    private JsonText json(ImportRun.Ended ended) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (FailureReport.Failure failure : failures.first()) {
            list.add(new JsonText()
                    .put("path", failure.path())
                    .put("position", failure.position())
                    .put("reason", failure.reason())
                    .toString());
        }
        Path file = failures.file();
        return new JsonText()
                .put("import", id)
                .put("complete", ended.stopped() == null)
                .putJson("balance", ended.counts().json().toString())
                .put("already", ended.counts().already())
                .put("skipped", ended.skipped())
                .put("milliseconds", Math.round(ended.seconds() * 1_000))
                .putJson("failures", list.toString())
                .put("report", file == null ? null : file.toString());
    }
}
