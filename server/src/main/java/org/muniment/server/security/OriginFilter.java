package org.muniment.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site has a visitor's browser send here: every writing request that does not carry its
 * own {@code Authorization}. A sign-in is one of them, or a stranger's page could sign its visitor in as somebody else.
 *
 * <p>Programs send neither header and are not concerned.
 */
final class OriginFilter extends OncePerRequestFilter {
    private static final String SITE = "Sec-Fetch-Site";

    private final DenialAnswer answer;
    private final Strangers strangers;

    OriginFilter(DenialAnswer answer, Strangers strangers) {
        this.answer = answer;
        this.strangers = strangers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Unsafe.is(request) || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            strangers.failed(request.getRemoteAddr(), Strangers.FORGED, null);
            answer.forged(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** No page can forge {@code Sec-Fetch-Site}; browsers that do not send it still say {@code Origin}. */
    private static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader(SITE);
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isHere(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isHere(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && host != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
