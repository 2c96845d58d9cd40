package org.muniment.server.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;
import org.muniment.server.ldap.LdapFailedException.Step;

/**
 * Opens connections to directory servers. Certificates and host names are always checked where there is encryption (the
 * name not for a loopback address, which nobody else can have); referrals to other servers are never followed; times and sizes are bounded. Thread-safe.
 */
public final class LdapConnector {
    private static final int CONNECT_MILLIS = 10_000;
    private static final long ANSWER_MILLIS = 60_000;
    private static final int LARGEST_ANSWER = 20 << 20;

    private LdapConnector() {}

    /**
     * Connects, encrypts if that is wanted, and signs in if there is a name. The caller closes the connection.
     *
     * @param dn as whom; {@code null} or empty for nobody
     */
    public static LDAPConnection open(LdapServer server, @Nullable String dn, @Nullable String password)
            throws LdapFailedException {
        LDAPConnection connection = connect(server);
        try {
            encrypt(connection, server);
            if (dn != null && !dn.isEmpty()) {
                bind(connection, dn, password);
            }
            return connection;
        } catch (LdapFailedException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Whether this is the password of that entry. An empty password is nobody's: servers take it for a sign-in without
     * any name and say yes (RFC 4513, 5.1.2).
     *
     * @throws LdapFailedException if the server cannot be asked
     */
    public static boolean isPasswordOf(LdapServer server, String dn, String password) throws LdapFailedException {
        if (dn.isEmpty() || password.isEmpty()) {
            return false;
        }
        try (LDAPConnection connection = open(server, null, null)) {
            return connection
                    .bind(new SimpleBindRequest(dn, password))
                    .getResultCode()
                    .equals(ResultCode.SUCCESS);
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return false;
            }
            throw new LdapFailedException(Step.BIND, Message.of("ldap.bind", reason(e)), e);
        }
    }

    private static LDAPConnection connect(LdapServer server) throws LdapFailedException {
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER_MILLIS);
        options.setMaxMessageSize(LARGEST_ANSWER);
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        boolean encrypted = server.security() == LdapServer.Security.LDAPS;
        try {
            var connection = encrypted
                    ? new LDAPConnection(context(server).getSocketFactory(), options)
                    : new LDAPConnection(options);
            connection.connect(server.host(), server.port(), CONNECT_MILLIS);
            return connection;
        } catch (LDAPException e) {
            throw new LdapFailedException(
                    Step.CONNECT, Message.of("ldap.connect", server.host() + ":" + server.port(), reason(e)), e);
        }
    }

    private static void encrypt(LDAPConnection connection, LdapServer server) throws LdapFailedException {
        if (server.security() == LdapServer.Security.STARTTLS) {
            try {
                var answer = connection.processExtendedOperation(new StartTLSExtendedRequest(context(server)));
                if (!answer.getResultCode().equals(ResultCode.SUCCESS)) {
                    throw new LdapFailedException(
                            Step.ENCRYPT, Message.of("ldap.encrypt", String.valueOf(answer.getDiagnosticMessage())));
                }
            } catch (LDAPException e) {
                throw new LdapFailedException(Step.ENCRYPT, Message.of("ldap.encrypt", reason(e)), e);
            }
        }
    }

    private static void bind(LDAPConnection connection, String dn, @Nullable String password)
            throws LdapFailedException {
        if (password == null || password.isEmpty()) {
            throw new LdapFailedException(Step.BIND, Message.of("ldap.no-password"));
        }
        try {
            connection.bind(new SimpleBindRequest(dn, password));
        } catch (LDAPException e) {
            throw new LdapFailedException(Step.BIND, Message.of("ldap.bind", reason(e)), e);
        }
    }

    /** What the server or the library says about it, on one line and not too long. */
    public static String reason(LDAPException e) {
        String text = String.valueOf(e.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ");
        String said = e.getResultCode().getName() + ", " + text;
        return said.length() > 500 ? said.substring(0, 500) + "…" : said;
    }

    private static SSLContext context(LdapServer server) throws LdapFailedException {
        try {
            TrustManager trusted =
                    server.trust() == null ? JVMDefaultTrustManager.getInstance() : trusting(server.trust());
            return new SSLUtil(trusted).createSSLContext();
        } catch (GeneralSecurityException | IOException e) {
            throw new LdapFailedException(Step.ENCRYPT, Message.of("ldap.trust", String.valueOf(e.getMessage())), e);
        }
    }

    /** Tells whether a text holds certificates. */
    public static boolean isTrust(String pem) {
        try {
            return !certificates(pem).isEmpty();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Collection<? extends Certificate> certificates(String pem) throws GeneralSecurityException {
        var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }

    private static TrustManager trusting(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate one : certificates(pem)) {
            store.setCertificateEntry("trusted-" + number++, one);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers()[0];
    }
}
