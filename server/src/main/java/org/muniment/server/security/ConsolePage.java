package org.muniment.server.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A page that a browser asks for: any path outside the API, as the console itself decides what stands there. */
final class ConsolePage implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        String path = request.getServletPath();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && !path.equals("/api")
                && !path.startsWith("/api/")
                && accept != null
                && accept.contains("text/html");
    }
}
