package org.muniment.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only when called by a name of its own: {@code localhost}, a plain address, or what the operator allowed.
 * Otherwise a page of a stranger could have its name point here and talk to the archive from inside a visitor's browser
 * (DNS rebinding).
 */
final class HostFilter extends OncePerRequestFilter {
    private final Set<String> hosts;
    private final DenialAnswer answer;

    HostFilter(Set<String> hosts, DenialAnswer answer) {
        this.hosts = hosts;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOurs(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            answer.wrongHost(request, response);
        }
    }

    private boolean isOurs(String host) {
        return host.equals("localhost") || isAddress(host) || hosts.contains(host);
    }

    /** Plain addresses need no name service, so they cannot be made to point elsewhere. */
    private static boolean isAddress(String host) {
        return host.startsWith("[")
                || host.indexOf(':') >= 0
                || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
