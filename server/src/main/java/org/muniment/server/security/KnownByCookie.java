package org.muniment.server.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which requests could be forged: those that change something and are known by what the browser sends of itself.
 *
 * <p>Sign-in and set-up are known by what stands in the request, whatever old cookie comes along; {@link OriginFilter}
 * watches over them.
 */
final class KnownByCookie implements RequestMatcher {
    private final RequestMatcher byThemselves = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/sessions"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/sessions/second-factor/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/sessions/passkey"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/sessions/passkey-options"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/invitations/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/setup/**"));
    private final SessionCookie cookie;

    KnownByCookie(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return Unsafe.is(request)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && cookie.read(request).isPresent()
                && !byThemselves.matches(request);
    }
}
