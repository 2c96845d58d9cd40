package org.muniment.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before everything that a person without the second factor she needs may not do: she may enrol one, and go. */
final class SecondFactorGate extends OncePerRequestFilter {
    private final RequestMatcher open = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/me/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/sessions/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/invitations/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/openapi.json"));
    private final RequestMatcher api = PathPatternRequestMatcher.withDefaults().matcher("/api/v1/**");
    private final DenialAnswer answer;
    private final RefusalLog refusals;

    SecondFactorGate(DenialAnswer answer, RefusalLog refusals) {
        this.answer = answer;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isToEnrol() && api.matches(request) && !open.matches(request)) {
            refusals.refused(request, "second-factor-required");
            answer.secondFactorRequired(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isToEnrol() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                && known.caller() instanceof Caller.Person person
                && person.pass().mustEnrol();
    }
}
