package org.muniment.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.muniment.archive.Archives;
import org.muniment.server.archives.ArchiveSwitch;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.demo.Delivery;
import org.muniment.server.demo.Example;
import org.muniment.server.demo.ExampleFolder;
import org.muniment.server.demo.ExampleMail;
import org.muniment.server.demo.ExampleSignIns;
import org.muniment.server.demo.Intake;
import org.muniment.server.demo.Mail;
import org.muniment.server.demo.Visit;
import org.muniment.server.home.HomeInUseException;
import org.muniment.server.listeners.SmtpStarter;
import org.muniment.server.settings.Settings;
import org.muniment.server.settings.SettingsReader;
import org.muniment.server.settings.WrongSettingsException;
import org.muniment.server.setup.AlreadySetUpException;
import org.muniment.server.setup.SetUp;
import org.muniment.server.setup.SetUpRefusedException;
import org.muniment.server.setup.SetUpRequest;
import org.slf4j.LoggerFactory;

/**
 * Runs the server with an example organisation: {@code ./muniment demo}. Everything it makes lies in one temporary
 * folder, which goes when it ends; the passwords are made at the start.
 *
 * <p>With the argument {@code once} it visits its own pages and ends: from that run the launcher learns what the server
 * loads, and makes the cache that shortens every later start.
 */
public final class Demo {
    private static final long SEED = 1;
    private static final int PAUSE_SECONDS = 20;

    private final PrintStream out;
    private final boolean once;

    private Demo(PrintStream out, boolean once) {
        this.out = out;
        this.once = once;
    }

    /** Starts it; it ends when the process is told to. */
    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        boolean once = args.length == 1 && args[0].equals("once");
        if (args.length > 0 && !once) {
            out.println("The demo takes no arguments, but got \"" + args[0] + "\".");
            System.exit(2);
        }
        try {
            new Demo(out, once).run(System.getenv());
        } catch (WrongSettingsException e) {
            e.sentences().forEach(out::println);
            System.exit(2);
        } catch (StartRefusedException e) {
            out.println(e.getMessage());
            System.exit(1);
        } catch (IOException | RuntimeException e) {
            LoggerFactory.getLogger(Demo.class).error("The demo could not start", e);
            System.exit(1);
        }
    }

    private void run(Map<String, String> environment)
            throws IOException, WrongSettingsException, StartRefusedException {
        Path home = ExampleFolder.make();
        Settings settings = SettingsReader.read(forDemo(environment, home));
        var example = Example.lindenhof();
        var people = ExampleSignIns.of(example);
        setUp(settings, people.request(example));
        MunimentServer server = MunimentServer.start(
                settings,
                Archives::open,
                new SmtpStarter(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        ExampleFolder.removeAtEnd(home, server::close);
        try {
            fill(server, people);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        if (once) {
            Visit.of(server.addresses().url(), people.archiveAdministrator());
            server.close();
        } else {
            out.println(greeting(server.addresses().url(), example.organisation(), people, home));
            Thread.ofVirtual().name("example mail").start(() -> deliver(server.addresses()));
        }
    }

    /** The operator's own home is never touched; ports are taken as they are free, unless they are given. */
    private Map<String, String> forDemo(Map<String, String> environment, Path home) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("MUNIMENT_HOME", home.toString());
        settings.computeIfAbsent("MUNIMENT_HTTP_PORT", _ -> freeOr(8080));
        settings.computeIfAbsent("MUNIMENT_SMTP_PORT", _ -> freeOr(2525));
        return settings;
    }

    private String freeOr(int wanted) {
        if (once) {
            return "0";
        }
        try (var _ = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(wanted);
        } catch (IOException taken) {
            return "0";
        }
    }

    private static void setUp(Settings settings, SetUpRequest request) throws IOException {
        try {
            SetUp.direct(settings, request, "os:demo");
        } catch (HomeInUseException | SetUpRefusedException | AlreadySetUpException e) {
            throw new IllegalStateException("a new folder and our own example fit together", e);
        }
    }

    private static void fill(MunimentServer server, ExampleSignIns people) throws IOException {
        server.part(ArchiveSwitch.class).turn(organisation(server), true, "The example begins.", people.actor());
        try (var mails = ExampleMail.mails(SEED, Instant.now())) {
            Intake.all(server.part(OpenArchives.class).first().archive(), mails, people.actor());
        }
    }

    private static String organisation(MunimentServer server) {
        return server.part(OpenArchives.class).first().organisation().id();
    }

    /** One mail after the other, as long as the server takes them. */
    private static void deliver(Addresses addresses) {
        try (var live = ExampleMail.live(SEED + 1, InstantSource.system())) {
            Iterator<Mail> mails = live.iterator();
            while (mails.hasNext()) {
                Delivery.of(mails.next(), addresses.smtpPort());
                Thread.sleep(PAUSE_SECONDS * 1_000L);
            }
        } catch (IOException ended) {
            LoggerFactory.getLogger(Demo.class).debug("No more example mail", ended);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static String greeting(String url, String organisation, ExampleSignIns people, Path home) {
        return """
                Muniment shows %s: %s

                  Archive administrator   %-30s password  %s
                  Postmaster              %-30s password  %s

                Two years of example mail are archived, and every %d seconds one more arrives by SMTP.
                Sign in as the archive administrator and search for 合同 or invoice, open a mail, export what you found.
                Everything lies in %s and is removed when you end the demo with Ctrl-C.
                """.formatted(
                        organisation,
                        url,
                        people.archiveAdministrator().address(),
                        people.archiveAdministrator().password(),
                        people.postmaster().address(),
                        people.postmaster().password(),
                        PAUSE_SECONDS,
                        home);
    }
}
