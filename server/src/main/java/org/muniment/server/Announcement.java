package org.muniment.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.home.Home;
import org.muniment.server.security.SetUpCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Says that all is up, to people, to the command line and to {@code /readyz}; takes it back first at the stop. */
final class Announcement implements SmartLifecycle {
    static final int PHASE = Integer.MAX_VALUE;
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final WebServerApplicationContext context;
    private final Addresses addresses;
    private final Readiness readiness;
    private final RunNote note;
    private final Home home;
    private final OpenArchives archives;
    private final SetUpCode setUpCode;
    private final Console console;
    private volatile boolean running;

    Announcement(
            WebServerApplicationContext context,
            Addresses addresses,
            Readiness readiness,
            RunNote note,
            Home home,
            OpenArchives archives,
            SetUpCode setUpCode,
            Console console) {
        this.context = context;
        this.addresses = addresses;
        this.readiness = readiness;
        this.note = note;
        this.home = home;
        this.archives = archives;
        this.setUpCode = setUpCode;
        this.console = console;
    }

    @Override
    public void start() {
        WebServer web = context.getWebServer();
        if (web == null) {
            throw new IllegalStateException("the web server starts before");
        }
        addresses.listeningOn(web.getPort());
        readiness.up(Readiness.Part.HTTP);
        try {
            note.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        running = true;
        console.out()
                .println("Muniment is ready: " + addresses.url() + " · SMTP " + addresses.smtpBind() + ":"
                        + addresses.smtpPort() + " · home " + home.folder());
        String next = nextStep();
        if (!next.isEmpty()) {
            console.out().println(next);
        }
    }

    private String nextStep() {
        if (archives.findFirst().isEmpty()) {
            return "Set up: open " + addresses.url() + "/setup and enter the code " + setUpCode.readable()
                    + System.lineSeparator()
                    + "Until then SMTP does not listen. Without a browser: ./muniment init --organisation NAME --domain"
                    + " DOMAIN --postmaster ADDRESS --archive-admin ADDRESS --password-file FILE";
        }
        return archives.first().isOn()
                ? ""
                : "Archiving is off. Next: ./muniment login --as ADDRESS --password-file FILE, then ./muniment enable"
                        + " --reason TEXT";
    }

    @Override
    public void stop() {
        running = false;
        readiness.stopping();
        try {
            note.remove();
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", home.runFile().file(), e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
