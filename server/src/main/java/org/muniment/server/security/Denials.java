package org.muniment.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.muniment.server.archives.OpenArchives;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Answers whoever may not: who is not signed in, who lacks the role, who asks for what there is not. */
final class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** Of an address that somebody made up, what the log keeps. */
    private static final int LONGEST_WHAT = 300;

    private final DenialAnswer answer;
    private final OpenArchives archives;

    Denials(DenialAnswer answer, OpenArchives archives) {
        this.answer = answer;
        this.archives = archives;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException denied)
            throws IOException {
        answer.notAuthenticated(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof AuthorizationDeniedException decided
                && decided.getAuthorizationResult() instanceof AccessRules.NoSuchEndpoint) {
            answer.noSuchEndpoint(request, response);
            return;
        }
        if (denied instanceof CsrfException) {
            answer.forged(request, response);
            return;
        }
        log(request);
        answer.forbidden(request, response);
    }

    private void log(HttpServletRequest request) throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (archives.findFirst().isPresent() && who instanceof CallerAuthentication known) {
            Map<String, String> detail = Map.of("what", cut(request.getMethod() + " " + request.getRequestURI()));
            known.caller().own(archives).archive().log(known.caller().actor(), "access.denied", detail);
        }
    }

    private static String cut(String what) {
        return what.length() > LONGEST_WHAT ? what.substring(0, LONGEST_WHAT) + "…" : what;
    }
}
