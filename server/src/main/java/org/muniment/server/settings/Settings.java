package org.muniment.server.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can set, checked. Made by {@link SettingsReader} in plain Java, because the command line needs
 * it without Spring and a wrong value should be answered before anything starts.
 *
 * @param home the folder that holds everything, absolute
 */
public record Settings(
        Path home,
        Http http,
        Smtp smtp,
        Imports imports,
        Keys keys,
        Storage storage,
        @Nullable Oidc oidc) {

    /**
     * The HTTP side.
     *
     * @param bind the address to listen on
     * @param port 0 for any free one
     * @param hosts names besides {@code localhost} and plain addresses under which the server may be called, lower case
     * @param proxies addresses and CIDR blocks of the proxies in front, which are believed who calls through them
     * @param ldapSignIn whether people without a password here sign in with that of their organisation's directory server
     */
    public record Http(String bind, int port, Set<String> hosts, List<String> proxies, boolean ldapSignIn) {}

    /**
     * The SMTP listener.
     *
     * @param port 0 for any free one
     * @param networks who may deliver, as CIDR blocks or addresses
     * @param maxSize bytes of the largest message taken
     * @param maxRecipients of one message
     * @param keyStore PKCS #12 file with certificate and key; {@code null} for no STARTTLS
     * @param keyStorePasswordFile file with its password on the first line
     */
    public record Smtp(
            String bind,
            int port,
            List<String> networks,
            long maxSize,
            int maxConnections,
            int maxRecipients,
            @Nullable Path keyStore,
            @Nullable Path keyStorePasswordFile) {}

    /**
     * Imports.
     *
     * @param maxSize bytes of the largest item taken
     * @param uploadMaxSize bytes of the largest file that may be uploaded
     */
    public record Imports(long maxSize, long uploadMaxSize) {}

    /**
     * The keys.
     *
     * @param masterKeyFile made at set-up
     * @param keyring folder of the keyring's first copy
     * @param keyringCopy folder of its second copy
     */
    public record Keys(Path masterKeyFile, Path keyring, Path keyringCopy) {}

    /**
     * The identity provider for single sign-on.
     *
     * @param issuer its address, as it writes it in its tokens
     * @param name as people know it
     * @param clientId by which it knows this archive
     * @param secretFile file with the secret it shares with this archive on the first line; {@code null} for a public
     *     client
     * @param trustsSecondFactor whether whoever comes from it counts as having shown two factors
     */
    public record Oidc(
            String issuer,
            String name,
            String clientId,
            @Nullable Path secretFile,
            boolean trustsSecondFactor) {}

    /**
     * The store.
     *
     * @param reserveBytes disk space that is never used
     * @param retentionYears how long mail is kept, for an organisation that is being set up
     */
    public record Storage(long reserveBytes, int retentionYears) {}
}
