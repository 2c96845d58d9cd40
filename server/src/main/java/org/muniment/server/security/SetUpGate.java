package org.muniment.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.muniment.server.database.Organisations;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the set-up: knows its code, slows down who tries codes, and is a wall once the organisation is there.
 * Only the machine's own operator still gets through then, to be told in words.
 */
final class SetUpGate extends OncePerRequestFilter {
    private static final String CODE = "Setup-Code";

    private final RequestMatcher setUp =
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/setup/**");
    private final Organisations organisations;
    private final SetUpCode code;
    private final SignInThrottle throttle;
    private final DenialAnswer answer;

    SetUpGate(Organisations organisations, SetUpCode code, InstantSource clock, DenialAnswer answer) {
        this.organisations = organisations;
        this.code = code;
        this.throttle = new SignInThrottle(clock);
        this.answer = answer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !setUp.matches(request) || isLocal();
    }

    private static boolean isLocal() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                && known.caller() instanceof Caller.Local;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (organisations.first().isPresent()) {
            answer.noSuchEndpoint(request, response);
            return;
        }
        String given = request.getHeader(CODE);
        if (given == null || admits(given, request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** By client alone: a common count would let a stranger keep the owner waiting. */
    private boolean admits(String given, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String client = request.getRemoteAddr();
        Duration wait = throttle.wait(client, client);
        if (!wait.isZero()) {
            answer.tooManyAttempts(request, response, wait);
            return false;
        }
        throttle.begin(client, client);
        if (!code.is(given)) {
            answer.wrongSetUpCode(request, response);
            return false;
        }
        throttle.succeeded(client, client);
        SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(new Caller.Founder(client))));
        return true;
    }
}
