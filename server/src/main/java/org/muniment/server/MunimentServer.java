package org.muniment.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.muniment.server.archives.ArchiveOpener;
import org.muniment.server.home.Home;
import org.muniment.server.home.HomeInUseException;
import org.muniment.server.home.HomeLock;
import org.muniment.server.listeners.ListenerStarter;
import org.muniment.server.settings.Settings;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running server. */
public final class MunimentServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private MunimentServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts a server and returns when all is up. It stops at {@link #close} or when the process is told to end.
     *
     * @param out where it says where it can be reached
     * @throws StartRefusedException if something outside stands in the way
     */
    public static MunimentServer start(
            Settings settings, ArchiveOpener opener, ListenerStarter starter, PrintStream out)
            throws StartRefusedException {
        return start(settings, opener, starter, InstantSource.system(), out);
    }

    /** The same by a clock of its own. */
    public static MunimentServer start(
            Settings settings, ArchiveOpener opener, ListenerStarter starter, InstantSource clock, PrintStream out)
            throws StartRefusedException {
        bridgeLogging();
        HomeLock lock = lock(new Home(settings.home()));
        var application = new SpringApplication(ServerConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setAddCommandLineProperties(false);
        application.setListeners(List.of()); // no configuration files and no logging set-up but our own
        ApplicationContextInitializer<GenericApplicationContext> given = context -> {
            context.registerBean(HomeLock.class, () -> lock);
            context.registerBean(Settings.class, () -> settings);
            context.registerBean(InstantSource.class, () -> clock);
            context.registerBean(ArchiveOpener.class, () -> opener);
            context.registerBean(ListenerStarter.class, () -> starter);
            context.registerBean(Console.class, () -> new Console(out));
        };
        application.setInitializers(List.of(given));
        try {
            return new MunimentServer(application.run());
        } catch (RuntimeException e) {
            release(lock, e);
            throw refusal(settings, e);
        }
    }

    /** Tomcat logs by java.util.logging; its warnings go where all others go. */
    private static void bridgeLogging() {
        if (!SLF4JBridgeHandler.isInstalled()) {
            LogManager.getLogManager().reset();
            SLF4JBridgeHandler.install();
            Logger.getLogger("").setLevel(Level.WARNING);
        }
    }

    private static HomeLock lock(Home home) throws StartRefusedException {
        try {
            home.prepare();
            return home.lock();
        } catch (HomeInUseException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The home " + home.folder() + " cannot be used (" + e + "). Set MUNIMENT_HOME to a folder that can"
                            + " be written.",
                    e);
        }
    }

    private static void release(HomeLock lock, RuntimeException failure) {
        try {
            lock.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Looks for the cause that an operator can do something about; what has none is a fault of ours. */
    private static StartRefusedException refusal(Settings settings, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return new StartRefusedException(portRefusal(settings.http()), failure);
            }
            if (cause instanceof IOException) {
                return new StartRefusedException(String.valueOf(cause.getMessage()), failure);
            }
        }
        throw failure;
    }

    private static String portRefusal(Settings.Http http) {
        return "HTTP cannot listen on " + http.bind() + ":" + http.port()
                + ": the port is in use, or the address is not of this machine. Set MUNIMENT_HTTP_PORT or MUNIMENT_BIND"
                + " to another one.";
    }

    /** Where it can be reached. */
    public Addresses addresses() {
        return context.getBean(Addresses.class);
    }

    /** A part of it, for what runs in the same process. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops in good order. */
    @Override
    public void close() {
        context.close();
    }
}
