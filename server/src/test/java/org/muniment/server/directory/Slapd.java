package org.muniment.server.directory;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An OpenLDAP server of our own, in a folder, with a certificate. */
final class Slapd implements AutoCloseable {
    static final String SUFFIX = "dc=example,dc=org";
    static final String ADMIN = "cn=admin," + SUFFIX;
    static final String READER = "cn=reader," + SUFFIX;
    /** May read five entries and no more. */
    static final String LIMITED = "cn=limited," + SUFFIX;

    static final String PASSWORD = "a password of slapd";

    private final Process process;
    private final Path folder;
    private final int port;
    private final int tlsPort;

    private Slapd(Process process, Path folder, int port, int tlsPort) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    static Slapd start(Path folder) throws IOException {
        return start(folder, "localhost");
    }

    /** One whose certificate is for a host of that name. */
    static Slapd start(Path folder, String host) throws IOException {
        Files.createDirectories(folder.resolve("db"));
        program(
                "openssl",
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=" + host,
                        "-addext",
                        "subjectAltName=DNS:" + host,
                        "-keyout",
                        folder.resolve("key.pem").toString(),
                        "-out",
                        folder.resolve("cert.pem").toString()));
        int port = freePort();
        int tlsPort = freePort();
        Path config = Files.writeString(
                folder.resolve("slapd.conf"), """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                pidfile %1$s/slapd.pid
                modulepath /usr/lib/ldap
                moduleload back_mdb
                TLSCACertificateFile %1$s/cert.pem
                TLSCertificateFile %1$s/cert.pem
                TLSCertificateKeyFile %1$s/key.pem
                sizelimit 500
                database mdb
                suffix "%2$s"
                rootdn "%3$s"
                rootpw "%4$s"
                directory %1$s/db
                index objectClass eq
                limits dn.exact="%5$s" size.hard=5 size.prtotal=5
                limits dn.exact="%6$s" size.prtotal=unlimited
                access to attrs=userPassword by anonymous auth by * none
                access to * by users read by * none
                """.formatted(folder, SUFFIX, ADMIN, PASSWORD, LIMITED, READER));
        Path base = Files.writeString(folder.resolve("base.ldif"), """
                dn: %1$s
                objectClass: dcObject
                objectClass: organization
                o: Example
                dc: example

                dn: %2$s
                objectClass: organizationalRole
                objectClass: simpleSecurityObject
                cn: reader
                userPassword: %4$s

                dn: %3$s
                objectClass: organizationalRole
                objectClass: simpleSecurityObject
                cn: limited
                userPassword: %4$s
                """.formatted(SUFFIX, READER, LIMITED, PASSWORD));
        program("slapd", List.of("/usr/sbin/slapadd", "-f", config.toString(), "-l", base.toString()));
        Process process = new ProcessBuilder(
                        "/usr/sbin/slapd",
                        "-d",
                        "0",
                        "-f",
                        config.toString(),
                        "-h",
                        "ldap://127.0.0.1:" + port + "/ ldaps://127.0.0.1:" + tlsPort + "/")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var slapd = new Slapd(process, folder, port, tlsPort);
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            slapd.admin().close();
            return true;
        });
        return slapd;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void program(String debianPackage, List<String> command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("this needs the Debian package " + debianPackage, e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command + " failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    LDAPConnection admin() throws LDAPException {
        return new LDAPConnection("127.0.0.1", port, ADMIN, PASSWORD);
    }

    int port() {
        return port;
    }

    int tlsPort() {
        return tlsPort;
    }

    String certificate() throws IOException {
        return Files.readString(folder.resolve("cert.pem"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
