package org.muniment.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Answers whoever may not: who is not signed in, who lacks the role, who asks for what there is not. */
final class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final DenialAnswer answer;
    private final RefusalLog refusals;
    private final Strangers strangers;

    Denials(DenialAnswer answer, RefusalLog refusals, Strangers strangers) {
        this.answer = answer;
        this.refusals = refusals;
        this.strangers = strangers;
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
            strangers.failed(request.getRemoteAddr(), Strangers.FORGED, null);
            answer.forged(request, response);
            return;
        }
        refusals.refused(request, "forbidden");
        answer.forbidden(request, response);
    }
}
