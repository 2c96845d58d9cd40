package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.server.settings.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line of Muniment.
 *
 * <p>Results go to standard output, everything said to a person to standard error, and the exit code is one of
 * {@link ExitCode}. A failure is one clear sentence; {@code MUNIMENT_DEBUG=1} adds where it came from.
 */
@Command(name = "muniment", description = "Archives mail, finds it again and proves that it is unchanged.")
public final class Cli {
    private static final Map<String, Class<?>> COMMANDS = commands();

    private final Terminal terminal;
    private final Direct direct;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Server to talk to (else MUNIMENT_SERVER, else the one that runs on MUNIMENT_HOME).")
    private @Nullable String server;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this.")
    @SuppressWarnings("UnusedVariable") // picocli itself acts on it
    private boolean help;

    private Cli(Terminal terminal, Direct direct) {
        this.terminal = terminal;
        this.direct = direct;
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("init", InitCommand.class);
        commands.put("login", LoginCommand.class);
        commands.put("logout", LogoutCommand.class);
        commands.put("invitation", InvitationCommand.class);
        commands.put("second-factor", SecondFactorCommand.class);
        commands.put("session", SessionCommand.class);
        commands.put("purpose", PurposeCommand.class);
        commands.put("user", UserCommand.class);
        commands.put("token", TokenCommand.class);
        commands.put("enable", EnableCommand.class);
        commands.put("disable", DisableCommand.class);
        commands.put("status", StatusCommand.class);
        commands.put("organisation", OrganisationCommand.class);
        commands.put("summary", SummaryCommand.class);
        commands.put("account", AccountCommand.class);
        commands.put("history", HistoryCommand.class);
        commands.put("rules", RulesCommand.class);
        commands.put("import", ImportCommand.class);
        commands.put("search", SearchCommand.class);
        commands.put("show", ShowCommand.class);
        commands.put("export", ExportCommand.class);
        commands.put("log", LogCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("index", IndexCommand.class);
        commands.put("domain", DomainCommand.class);
        commands.put("dept", DeptCommand.class);
        commands.put("directory", DirectoryCommand.class);
        commands.put("version", VersionCommand.class);
        commands.put("help", HelpCommand.class);
        return commands;
    }

    /** Runs one command of this process. */
    public static void main(String[] args) {
        int exitCode = run(args, Terminal.ofProcess(), OnThisMachine.with(System.getenv()));
        if (exitCode != ExitCode.OK) {
            System.exit(exitCode);
        }
    }

    private static NotRunningException notRunning(Path home) {
        return new NotRunningException(
                "Muniment is not running (no server in " + home + "). Start it with: ./muniment run", null);
    }

    /** Runs one command and returns its exit code. */
    static int run(String[] args, Terminal terminal, Direct direct) {
        CommandLine line = new CommandLine(new Cli(terminal, direct));
        named(args).forEach(line::addSubcommand);
        line.getCommandSpec().usageMessage().footer(LauncherCommands.footer());
        line.setOut(new PrintWriter(terminal.out(), true, UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Cli::execute)
                .setParameterExceptionHandler((e, wrong) -> usage(e, terminal));
        try {
            int exitCode = line.execute(args);
            terminal.out().flush();
            return terminal.out().checkError() ? ExitCode.FAILED : exitCode;
        } finally {
            terminal.err().flush();
        }
    }

    /** The commands that occur among the arguments, because each takes time to set up; all of them if none does. */
    private static Map<String, Class<?>> named(String[] args) {
        Map<String, Class<?>> named = new LinkedHashMap<>(COMMANDS);
        named.keySet().retainAll(List.of(args));
        return named.isEmpty() || named.containsKey("help") ? COMMANDS : named;
    }

    private static int execute(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        Cli cli = (Cli) parsed.commandSpec().userObject();
        if (deepest.commandSpec().userObject() instanceof Action action) {
            return cli.attempt(action);
        }
        deepest.commandSpec().commandLine().usage(cli.terminal.err());
        return ExitCode.USAGE;
    }

    private static int usage(ParameterException e, Terminal terminal) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String help = command.equals("muniment") ? "./muniment help" : "./" + command.replaceFirst(" ", " help ");
        terminal.say(problem(e, command) + " See: " + help);
        return ExitCode.USAGE;
    }

    private static String problem(ParameterException e, String command) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && command.equals("muniment")) {
            String given = unmatched.getUnmatched().getFirst();
            return "There is no command \"" + given + "\"."
                    + unmatched.getSuggestions().stream()
                            .min(Comparator.comparingInt(like -> Nearest.edits(given, like)))
                            .map(like -> " Did you mean " + like + "?")
                            .orElse("");
        }
        return command + ": " + sentence(String.valueOf(e.getMessage()));
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private int attempt(Action action) {
        try {
            return action.run(this);
        } catch (CliException e) {
            failed(e, String.valueOf(e.getMessage()));
            return e.exitCode();
        } catch (IOException e) {
            failed(e, "It failed: " + e.getMessage() + " (set MUNIMENT_DEBUG=1 to see where)");
            return ExitCode.FAILED;
        }
    }

    private void failed(Exception e, String sentence) {
        terminal.out().flush();
        terminal.say(sentence);
        if (terminal.env("MUNIMENT_DEBUG") != null) {
            e.printStackTrace(terminal.err());
        }
    }

    Terminal terminal() {
        return terminal;
    }

    Direct direct() {
        return direct;
    }

    /** The server that was named, or that runs on the home folder. */
    ServerAddress address() throws IOException {
        if (server != null) {
            return ServerAddress.named(server, "given with --server");
        }
        String named = terminal.env("MUNIMENT_SERVER");
        if (named != null) {
            return ServerAddress.named(named, "given by MUNIMENT_SERVER");
        }
        ServerAddress running = ServerAddress.running(terminal.home());
        if (running == null) {
            throw notRunning(terminal.home());
        }
        return running;
    }

    /** The server, asked as nobody in particular. */
    Server asNobody() throws IOException {
        return new Server(address(), Map.of());
    }

    /** The server, asked as the person who is signed in. */
    Server asPerson() throws IOException {
        ServerAddress address = address();
        Secrets secrets = new Secrets(terminal);
        return new Server(address, new Credentials(terminal).person(address), secrets::again);
    }

    /** The server, asked as the user of this machine if it runs here, else as the person who is signed in. */
    Server asAnyone() throws IOException {
        ServerAddress address = address();
        String localToken = address.localToken();
        return localToken == null
                ? asPerson()
                : new Server(address, Credentials.local(localToken, System.getProperty("user.name", "unknown")));
    }
}
