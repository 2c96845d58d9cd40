package org.muniment.server.sso;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Sign-ins that are at the identity provider now. Each belongs to the browser that began it, known by a cookie of its
 * own, so that nobody can be signed in by an address that somebody else sends her. Bounded: the oldest give way.
 * Thread-safe.
 */
final class PendingAuthorizations implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final String COOKIE = "muniment_sso";
    private static final int HANDLE_BYTES = 32;

    private record Pending(OAuth2AuthorizationRequest request, Instant expires) {}

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    PendingAuthorizations(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return handle(request).flatMap(handle -> find(handle, request)).orElse(null);
    }

    private synchronized Optional<OAuth2AuthorizationRequest> find(String handle, HttpServletRequest request) {
        String state = request.getParameter("state");
        return Optional.ofNullable(pending.get(handle))
                .filter(one -> clock.instant().isBefore(one.expires()))
                .map(Pending::request)
                .filter(one -> state != null && state.equals(one.getState()));
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest authorization,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (authorization == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        byte[] bytes = new byte[HANDLE_BYTES];
        random.nextBytes(bytes);
        String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        keep(handle, authorization);
        set(handle, LENGTH, request, response);
    }

    private synchronized void keep(String handle, OAuth2AuthorizationRequest authorization) {
        Instant now = clock.instant();
        pending.values().removeIf(one -> !now.isBefore(one.expires()));
        if (pending.size() >= MOST) {
            pending.remove(pending.keySet().iterator().next());
        }
        pending.put(handle, new Pending(authorization, now.plus(LENGTH)));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest found = loadAuthorizationRequest(request);
        handle(request).ifPresent(handle -> {
            forget(handle);
            set("", Duration.ZERO, request, response);
        });
        return found;
    }

    private synchronized void forget(String handle) {
        pending.remove(handle);
    }

    private static Optional<String> handle(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Lax, not strict: the browser comes back from another site. */
    private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/sso")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
