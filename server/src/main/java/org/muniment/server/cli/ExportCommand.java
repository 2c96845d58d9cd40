package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches originals: as a zip, or unpacked into a folder. */
@Command(name = "export", description = "Fetches originals with a manifest and their digests.")
final class ExportCommand implements Action {

    @Option(names = "--query", paramLabel = "QUERY", description = "Export what this finds; needs --date.")
    private @Nullable String query;

    @Mixin
    private QueryOptions options = new QueryOptions();

    @Option(names = "--ids", paramLabel = "FILE", description = "Export these ids, one per line; - for standard input.")
    private @Nullable String ids;

    @Mixin
    private Purpose purpose = new Purpose();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "TO",
            description = "FILE.zip, a folder, or - for standard output.")
    private String output = "";

    @Option(names = "--force", description = "Write into a folder that is not empty, and over a file that exists.")
    private boolean force;

    @Override
    public int run(Cli cli) throws IOException {
        Terminal terminal = cli.terminal();
        if ((query == null) == (ids == null)) {
            throw CliException.usage(
                    "Say what to export: --query QUERY --date RANGE, or --ids FILE (- for standard input).");
        }
        Path target = terminal.directory().resolve(output);
        boolean zip = output.toLowerCase(Locale.ROOT).endsWith(".zip") && !Files.isDirectory(target);
        if (!output.equals("-")) {
            check(target, zip);
        }
        JsonText request = request(terminal);
        try (Server server = purpose.to(cli.asPerson())) {
            HttpAnswer answer = server.post("/exports", request);
            String done = taken(answer, target, zip, terminal);
            terminal.say(done);
            return ExitCode.OK;
        }
    }

    private void check(Path target, boolean zip) throws IOException {
        if (zip && Files.exists(target) && !force) {
            throw CliException.usage(output + " exists. Choose another name, or add --force to replace it.");
        }
        if (!zip && Files.exists(target) && !Files.isDirectory(target)) {
            throw CliException.usage(output + " is a file. Give a name that ends in .zip, or a folder.");
        }
        if (!zip && !force && Files.isDirectory(target) && !empty(target)) {
            throw CliException.usage("The folder " + output + " is not empty. Choose another, or add --force.");
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (var children = Files.newDirectoryStream(folder)) {
            return !children.iterator().hasNext();
        }
    }

    private JsonText request(Terminal terminal) throws IOException {
        if (query != null) {
            JsonText search = new JsonText().put("query", query).put("time_range", options.timeRange(terminal));
            return new JsonText().put("search", search);
        }
        List<String> wanted = ids(terminal);
        if (wanted.isEmpty()) {
            throw CliException.usage("There are no ids in " + ids + ", so there is nothing to export.");
        }
        return new JsonText().put("ids", wanted);
    }

    private List<String> ids(Terminal terminal) throws IOException {
        String name = String.valueOf(ids);
        List<String> wanted = new ArrayList<>();
        try (BufferedReader lines = name.equals("-")
                ? new BufferedReader(new InputStreamReader(terminal.in(), UTF_8))
                : Files.newBufferedReader(terminal.directory().resolve(name))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    wanted.add(line.strip());
                }
            }
        } catch (NoSuchFileException e) {
            throw new CliException(ExitCode.USAGE, "The file " + name + " does not exist.", e);
        }
        return wanted;
    }

    private String taken(HttpAnswer answer, Path target, boolean zip, Terminal terminal) throws IOException {
        String size = answer.field("export-size");
        String what = size != null && size.matches("[0-9]{1,18}")
                ? Texts.count(Long.parseLong(size), "message")
                : "The messages";
        try {
            if (output.equals("-")) {
                answer.copyTo(terminal.out());
                return what + " exported.";
            }
            if (zip) {
                toFile(answer, target);
            } else {
                new Unpacking(target, force).unpack(answer.body());
            }
            return what + " exported to " + output + ".";
        } catch (CliException e) {
            throw e;
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.FAILED,
                    "The export to " + output + " broke off: " + e.getMessage() + ". Run it again.",
                    e);
        }
    }

    /** Under its name lies a whole file or none. */
    private static void toFile(HttpAnswer answer, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                answer.copyTo(out);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }
}
