package org.muniment.server.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The console's session as a cookie that no script reads and no other site has sent; it goes with the browser. Beside it
 * goes the token against forged requests, a cookie that the console reads and sends back as a header.
 */
public final class SessionCookie {
    private static final String PLAIN = "muniment_session";
    /** The prefix has the browser take it only over TLS, from this very host (RFC 6265bis, 4.1.3.2). */
    private static final String OVER_TLS = "__Host-" + PLAIN;

    private final CsrfTokenRepository csrf;

    SessionCookie(CsrfTokenRepository csrf) {
        this.csrf = csrf;
    }

    /** The token that the request brings, if any. */
    public Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String name = name(request);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** Hands a session out; whatever cookie was there before is replaced, with its token against forged requests. */
    public void give(String token, HttpServletRequest request, HttpServletResponse response) {
        set(token, Duration.ofSeconds(-1), request, response);
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    /** Has the browser forget both. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
        csrf.saveToken(null, request, response);
    }

    /** Hands out a token against forged requests where one is missing. */
    void complete(HttpServletRequest request, HttpServletResponse response) {
        if (csrf.loadToken(request) == null) {
            csrf.saveToken(csrf.generateToken(request), request, response);
        }
    }

    private static void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? OVER_TLS : PLAIN;
    }
}
