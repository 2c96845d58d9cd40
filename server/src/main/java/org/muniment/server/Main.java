package org.muniment.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.muniment.archive.Archives;
import org.muniment.server.archives.ArchiveOpener;
import org.muniment.server.listeners.ListenerStarter;
import org.muniment.server.listeners.SmtpStarter;
import org.muniment.server.settings.Settings;
import org.muniment.server.settings.SettingsReader;
import org.muniment.server.settings.WrongSettingsException;
import org.slf4j.LoggerFactory;

/** Runs the server: {@code ./muniment run}. Exit codes: 1 it cannot start, 2 a setting is wrong. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    /** Starts the server; it ends when the process is told to. */
    public static void main(String[] args) {
        int code = run(args, System.getenv(), Archives::open, new SmtpStarter());
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Starts the server in this process; returns 0 when it runs. */
    static int run(String[] args, Map<String, String> environment, ArchiveOpener archives, ListenerStarter smtp) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        if (args.length > 0) {
            err.println("The server takes no arguments, but got \"" + args[0]
                    + "\"; what can be set stands in docs/operating/settings.md.");
            return USAGE;
        }
        try {
            Settings settings = SettingsReader.read(environment);
            MunimentServer.start(settings, archives, smtp, out);
            return 0;
        } catch (WrongSettingsException e) {
            e.sentences().forEach(err::println);
            return USAGE;
        } catch (StartRefusedException e) {
            err.println(e.getMessage());
            LoggerFactory.getLogger(Main.class).debug("The server did not start", e);
            return FAILED;
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Main.class).error("The server could not start", e);
            return FAILED;
        }
    }

    /** The addresses are apart by a sign that a terminal without UTF-8 locale would lose. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
