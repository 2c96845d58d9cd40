package org.muniment.protocols.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Postfix of our own that copies all mail to an archive: private folder, loopback only, delivers nothing else
 * anywhere. Needs to be started by root, as Postfix does.
 */
final class Postfix implements AutoCloseable {
    private static final String MAIN = """
            compatibility_level = 3.6
            queue_directory = @DIR@/spool
            data_directory = @DIR@/data
            maillog_file = @DIR@/log
            maillog_file_prefixes = @DIR@
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = mx.example.org
            mydestination = example.org
            mynetworks = 127.0.0.0/8
            local_recipient_maps =
            alias_maps =
            alias_database =
            local_transport = discard:
            default_transport = discard:
            message_size_limit = 157286400
            smtputf8_enable = yes
            always_bcc = journal@archive.example.org
            transport_maps = inline:{archive.example.org=archive:[127.0.0.1]:@ARCHIVE@}
            """;
    private static final String MASTER = """
            127.0.0.1:@PORT@ inet n - n - - smtpd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            tlsmgr unix - - n 1000? 1 tlsmgr
            smtp unix - - n - - smtp
            archive unix - - n - - smtp
              -o smtp_line_length_limit=0 -o smtp_tls_security_level=@TLS@
              -o smtp_connection_cache_on_demand=yes
            error unix - - n - - error
            retry unix - - n - - error
            discard unix - - n - - discard
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd
            """;

    private final Path folder;
    private final int port;

    private Postfix(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts one whose archive listens on the port. */
    static Postfix start(int archivePort, boolean tls) throws IOException {
        // Not in the build folder: Postfix's own user must be able to enter it.
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "muniment-postfix");
        Program.run("coreutils", List.of("chmod", "755", folder.toString()));
        Postfix postfix = new Postfix(folder, freePort());
        Path etc = Files.createDirectory(folder.resolve("etc"));
        Files.writeString(etc.resolve("main.cf"), postfix.fill(MAIN, archivePort, tls));
        Files.writeString(etc.resolve("master.cf"), postfix.fill(MASTER, archivePort, tls));
        Files.createDirectory(folder.resolve("spool"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Program.run("postfix", List.of("postconf", "-c", etc.toString(), "mail_version"));
        Program.run("postfix", List.of("chown", "postfix", data.toString()));
        postfix.control("start");
        return postfix;
    }

    private String fill(String template, int archivePort, boolean tls) {
        return template.replace("@DIR@", folder.toString())
                .replace("@PORT@", Integer.toString(port))
                .replace("@ARCHIVE@", Integer.toString(archivePort))
                .replace("@TLS@", tls ? "encrypt" : "none");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void control(String what) throws IOException {
        try {
            Program.run(
                    "postfix", List.of("postfix", "-c", folder.resolve("etc").toString(), what));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + log(), e);
        }
    }

    /** Where it takes mail. */
    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What it has to say about itself. */
    String log() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "(no log)";
    }

    @Override
    public void close() throws IOException {
        control("stop");
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Postfix::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
