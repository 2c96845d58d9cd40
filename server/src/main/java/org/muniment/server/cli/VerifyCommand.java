package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads and recomputes everything, with or without a running server. */
@Command(
        name = "verify",
        description = "Reads and recomputes everything; ends with 6 if anything is not as it should be.")
final class VerifyCommand implements Action {

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(names = "--quiet", description = "Print nothing if everything is as it should be.")
    private boolean quiet;

    @Override
    public int run(Cli cli) throws IOException {
        Verification result;
        try (Server server = cli.asAnyone();
                ProgressLine progress = new ProgressLine(cli.terminal())) {
            result = asked(server, progress);
        } catch (NotRunningException e) {
            try (ProgressLine progress = new ProgressLine(cli.terminal())) {
                result = cli.direct().verify().verify(cli.terminal().home(), progress::verified);
            }
        }
        print(result, cli.terminal());
        return result.intact() ? ExitCode.OK : ExitCode.INTEGRITY_FAILURE;
    }

    private static Verification asked(Server server, ProgressLine progress) throws IOException {
        HttpAnswer answer = server.post("/integrity/runs", new JsonText());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Json json = Json.read(line.getBytes(UTF_8));
                if (json.get("intact").present()) {
                    return verification(json);
                }
                progress.verified(json.get("done").number(), json.get("total").number());
            }
        } catch (CliException e) {
            throw e;
        } catch (IOException e) {
            throw new CliException(ExitCode.TRY_AGAIN, "The check broke off: " + e.getMessage() + ". Run it again.", e);
        }
        throw new CliException(ExitCode.TRY_AGAIN, "The check broke off without a result. Look into the server's log.");
    }

    private static Verification verification(Json json) {
        List<Verification.Failure> failures = new ArrayList<>();
        for (Json failure : json.get("failures").list()) {
            failures.add(new Verification.Failure(
                    failure.get("file").text(),
                    failure.get("record").present() ? failure.get("record").text() : null,
                    failure.get("offset").present() ? failure.get("offset").number() : -1,
                    failure.get("what").text()));
        }
        if (!json.get("intact").yes() && failures.isEmpty()) {
            failures.add(new Verification.Failure("", null, -1, "the server says so and gives no detail"));
        }
        return new Verification(
                json.get("records").number(),
                json.get("bytes").number(),
                json.get("tree_size").number(),
                failures,
                json.get("notes").list().stream().map(Json::text).toList());
    }

    private void print(Verification result, Terminal terminal) {
        if (json) {
            terminal.out().println(json(result));
            return;
        }
        for (Verification.Failure failure : result.failures()) {
            terminal.out().println(Plain.line(sentence(failure)));
        }
        if (!quiet || !result.intact()) {
            result.notes().forEach(note -> terminal.out().println("Note: " + Plain.line(note)));
            terminal.out().println(summary(result));
        }
    }

    private static String sentence(Verification.Failure failure) {
        StringBuilder text = new StringBuilder("FAILED ").append(failure.file());
        if (failure.record() != null) {
            text.append(", record ").append(failure.record());
        }
        if (failure.offset() >= 0) {
            text.append(", offset ").append(failure.offset());
        }
        return text.append(": ").append(failure.what()).toString();
    }

    private static String summary(Verification result) {
        String checked = Texts.count(result.records(), "record") + ", " + Texts.bytes(result.bytes()) + ", tree size "
                + Texts.count(result.treeSize());
        return result.intact()
                ? "Intact: " + checked + " checked."
                : "NOT INTACT: " + Texts.count(result.failures().size(), "failure") + " in " + checked
                        + ". Keep the files as they are and restore them from a backup.";
    }

    private static JsonText json(Verification result) {
        StringBuilder failures = new StringBuilder("[");
        for (Verification.Failure failure : result.failures()) {
            JsonText one = new JsonText()
                    .put("file", failure.file())
                    .put("record", failure.record())
                    .put("offset", failure.offset())
                    .put("what", failure.what());
            failures.append(failures.length() > 1 ? "," : "").append(one);
        }
        return new JsonText()
                .put("intact", result.intact())
                .put("records", result.records())
                .put("bytes", result.bytes())
                .put("tree_size", result.treeSize())
                .putJson("failures", failures + "]")
                .put("notes", result.notes());
    }
}
