package org.muniment.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Believes a proxy on this machine that the browser came to it over TLS, so that cookies are kept from plain HTTP. Nothing
 * else of what a proxy says is believed: addresses in the archive log stay those that connected.
 */
final class TlsInFront extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean tls = "https".equals(request.getHeader("X-Forwarded-Proto"))
                && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
        chain.doFilter(tls ? new OverTls(request) : request, response);
    }

    private static final int HTTPS = 443;

    private static final class OverTls extends HttpServletRequestWrapper {
        OverTls(HttpServletRequest request) {
            super(request);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getScheme() {
            return "https";
        }

        /** A host without a port means the port of what the browser speaks, not of what the proxy speaks to us. */
        @Override
        public int getServerPort() {
            String host = getHeader("Host");
            boolean named =
                    host != null && host.substring(host.lastIndexOf(']') + 1).indexOf(':') >= 0;
            return named ? super.getServerPort() : HTTPS;
        }
    }
}
