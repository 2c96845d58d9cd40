package org.muniment.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: {@code Authorization: Bearer mun_…} is a person's token, {@code Local …} that of this run of the
 * server. A token that is given and not valid is refused, even where none is needed. Without one a {@link SessionCookie}
 * tells who it is; a cookie that is not valid is as good as none, or a browser that has an old one could not sign in.
 *
 * <p>What a page asks by itself, nobody needing to sit before it, does not count as use of the session: {@code
 * Unattended: true}, and event streams, which browsers open again by themselves and without headers of ours.
 */
final class TokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final String LOCAL = "Local ";
    private static final String OS_USER = "Muniment-Os-User";
    private static final int LONGEST_OS_USER = 64;
    private static final String UNATTENDED = "Unattended";
    private static final String EVENTS = "/api/v1/events";

    private final Sessions sessions;
    private final TokenPasses tokenPasses;
    private final SessionCookie cookie;
    private final LocalToken localToken;
    private final InstantSource clock;
    private final Strangers strangers;
    private final DenialAnswer answer;

    TokenFilter(
            Sessions sessions,
            TokenPasses tokenPasses,
            SessionCookie cookie,
            LocalToken localToken,
            InstantSource clock,
            Strangers strangers,
            DenialAnswer answer) {
        this.sessions = sessions;
        this.tokenPasses = tokenPasses;
        this.cookie = cookie;
        this.localToken = localToken;
        this.clock = clock;
        this.strangers = strangers;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            Optional<Caller> caller = caller(authorization, request);
            if (caller.isEmpty()) {
                strangers.failed(request.getRemoteAddr(), "token", null);
                answer.notAuthenticated(request, response);
                return;
            }
            know(caller.get());
        } else {
            byCookie(request).ifPresent(caller -> {
                know(caller);
                cookie.complete(request, response);
            });
        }
        chain.doFilter(request, response);
    }

    private static void know(Caller caller) {
        SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(caller)));
    }

    private Optional<Caller> byCookie(HttpServletRequest request) {
        return cookie.read(request).flatMap(token -> person(token, Sessions.Kind.COOKIE, request));
    }

    private Optional<Caller> caller(String authorization, HttpServletRequest request) {
        if (authorization.startsWith(BEARER)) {
            return person(authorization.substring(BEARER.length()).strip(), Sessions.Kind.TOKEN, request);
        }
        if (authorization.startsWith(LOCAL)) {
            return local(authorization.substring(LOCAL.length()).strip(), request);
        }
        return Optional.empty();
    }

    private Optional<Caller> person(String token, Sessions.Kind kind, HttpServletRequest request) {
        if (!Tokens.looksLikeOne(token)) {
            return Optional.empty();
        }
        String hash = Tokens.hash(token);
        String client = request.getRemoteAddr();
        Optional<Caller> signedIn = session(hash, kind, request).map(session -> person(session, hash, client));
        return signedIn.isPresent() || kind == Sessions.Kind.COOKIE
                ? signedIn
                : tokenPasses.find(hash, client).map(person -> person);
    }

    private Optional<Sessions.Session> session(String hash, Sessions.Kind kind, HttpServletRequest request) {
        boolean unattended = "true".equals(request.getHeader(UNATTENDED))
                || request.getRequestURI().equals(EVENTS);
        return unattended ? sessions.valid(hash, kind, clock.instant()) : sessions.use(hash, kind, clock.instant());
    }

    /** What the request itself says of its reason and case counts before what the session has said. */
    private static Caller person(Sessions.Session session, String hash, String client) {
        if (AuditNote.current().isEmpty()) {
            AuditNote.begin(
                    new AuditNote(session.purpose().reason(), session.purpose().matter()));
        }
        return new Caller.Person(
                session.person(),
                session.organisation(),
                session.address(),
                session.roles(),
                hash,
                client,
                Pass.of(session));
    }

    private Optional<Caller> local(String token, HttpServletRequest request) {
        // The token never has to leave this machine, so from elsewhere it can only be a stolen one.
        if (!localToken.is(token) || !isFromHere(request)) {
            return Optional.empty();
        }
        return osUser(request.getHeader(OS_USER)).map(user -> new Caller.Local(user, request.getRemoteAddr()));
    }

    private static boolean isFromHere(HttpServletRequest request) {
        return request.getRemoteAddr().equals(request.getLocalAddr());
    }

    private static Optional<String> osUser(@Nullable String given) {
        if (given == null) {
            return Optional.of("unknown");
        }
        boolean plain = !given.isBlank()
                && given.length() <= LONGEST_OS_USER
                && given.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return plain ? Optional.of(given) : Optional.empty();
    }
}
