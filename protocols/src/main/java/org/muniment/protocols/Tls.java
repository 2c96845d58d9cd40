package org.muniment.protocols;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Our side of TLS 1.2 and 1.3, with a key and its certificates. Client certificates are not asked for. Thread-safe.
 */
public final class Tls {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final SSLContext context;

    /** @param context an initialised context that has a server key */
    public Tls(SSLContext context) {
        this.context = context;
    }

    /**
     * Uses the key in a key store.
     *
     * @param password opens the store and the key in it
     * @throws GeneralSecurityException if the store has no usable key
     */
    public static Tls of(KeyStore keys, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return new Tls(context);
    }

    /**
     * Uses the key in a PKCS #12 file.
     *
     * @throws IOException if the file cannot be read, or the password does not open it
     * @throws GeneralSecurityException if the store has no usable key
     */
    public static Tls of(Path pkcs12, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pkcs12)) {
            keys.load(in, password);
        }
        return of(keys, password);
    }

    /** Speaks TLS over a connected socket from here on; shakes hands before it returns. */
    SSLSocket layOver(Socket plain) throws IOException {
        SSLSocket secure = (SSLSocket) context.getSocketFactory()
                .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        secure.setUseClientMode(false);
        secure.setEnabledProtocols(VERSIONS);
        secure.startHandshake();
        return secure;
    }
}
