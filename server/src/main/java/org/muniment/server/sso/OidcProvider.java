package org.muniment.server.sso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.muniment.server.settings.Settings;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The identity provider of the settings. What it says of itself is asked for at the first sign-in, not at the start: an
 * archive takes mail in while the provider is down. Thread-safe.
 */
final class OidcProvider implements ClientRegistrationRepository {
    /** By which it stands in addresses: {@code /sso/oidc}. */
    static final String ID = "oidc";

    private final Settings.Oidc settings;
    private volatile @Nullable ClientRegistration known;

    OidcProvider(Settings.Oidc settings) {
        this.settings = settings;
    }

    /**
     * What it says of itself.
     *
     * @throws RuntimeException if it cannot be asked now
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registration) {
        if (!registration.equals(ID)) {
            return null;
        }
        ClientRegistration before = known;
        return before != null ? before : ask();
    }

    private synchronized ClientRegistration ask() {
        ClientRegistration before = known;
        if (before != null) {
            return before;
        }
        ClientRegistration now = ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientName(settings.name())
                .clientId(settings.clientId())
                .clientSecret(secret(settings.secretFile()))
                .clientAuthenticationMethod(
                        settings.secretFile() == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .scope("openid", "email")
                .redirectUri("{baseUrl}/sso/{registrationId}/callback")
                .build();
        known = now;
        return now;
    }

    private static @Nullable String secret(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException("MUNIMENT_OIDC_CLIENT_SECRET_FILE: " + file + " cannot be read", e);
        }
    }
}
