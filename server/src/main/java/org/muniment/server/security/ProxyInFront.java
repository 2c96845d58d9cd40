package org.muniment.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.protocols.Networks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Believes a proxy what it says of the browser that came to it. One on this machine or a named one: that it came over TLS, so that
 * cookies are kept from plain HTTP. A named one alone: its address, which the archive log holds and guessing is slowed down by. Whoever
 * calls from elsewhere, and a proxy on this machine that nobody named, might say anything; of such a proxy the server's log tells once.
 */
final class ProxyInFront extends OncePerRequestFilter {
    private static final int LONGEST_ADDRESS = 45;
    private static final int MOST_PROXIES = 20;
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Logger LOG = LoggerFactory.getLogger(ProxyInFront.class);

    private final Networks proxies;
    private final AtomicBoolean warned = new AtomicBoolean();

    ProxyInFront(List<String> proxies) {
        this.proxies = Networks.parse(String.join(",", proxies));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        InetAddress peer = InetAddress.ofLiteral(request.getRemoteAddr());
        boolean named = proxies.contains(peer);
        boolean tls = (named || peer.isLoopbackAddress()) && "https".equals(request.getHeader("X-Forwarded-Proto"));
        String client = named ? client(request) : null;
        if (request.getHeader(FORWARDED_FOR) != null) {
            warning(peer).ifPresent(LOG::warn);
        }
        chain.doFilter(tls || client != null ? new Forwarded(request, tls, client) : request, response);
    }

    /** What the server's log is to be told of somebody who says for whom he calls; once. */
    Optional<String> warning(InetAddress peer) {
        if (!peer.isLoopbackAddress() || proxies.contains(peer) || warned.getAndSet(true)) {
            return Optional.empty();
        }
        String address = peer.getHostAddress();
        return Optional.of("A proxy at " + address + " says in " + FORWARDED_FOR + " from where people call, and is not"
                + " believed: the archive log has its address for all of them, and who guesses passwords slows everybody"
                + " down. If the proxy is yours, set MUNIMENT_HTTP_PROXIES=" + address);
    }

    /** The last address that no proxy of ours has: what stands before it may have been sent by anybody. */
    private @Nullable String client(HttpServletRequest request) {
        List<String> hops = Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList()
                .reversed();
        String last = null;
        for (String hop : hops.subList(0, Math.min(hops.size(), MOST_PROXIES))) {
            Optional<InetAddress> address = address(hop);
            if (address.isEmpty()) {
                return last;
            }
            last = address.get().getHostAddress();
            if (!proxies.contains(address.get())) {
                return last;
            }
        }
        return last;
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return text.length() > LONGEST_ADDRESS ? Optional.empty() : Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static final int HTTPS = 443;

    private static final class Forwarded extends HttpServletRequestWrapper {
        private final boolean tls;
        private final @Nullable String client;

        Forwarded(HttpServletRequest request, boolean tls, @Nullable String client) {
            super(request);
            this.tls = tls;
            this.client = client;
        }

        @Override
        public String getRemoteAddr() {
            return client == null ? super.getRemoteAddr() : client;
        }

        @Override
        public String getRemoteHost() {
            return getRemoteAddr();
        }

        @Override
        public boolean isSecure() {
            return tls || super.isSecure();
        }

        @Override
        public String getScheme() {
            return tls ? "https" : super.getScheme();
        }

        /** A host without a port means the port of what the browser speaks, not of what the proxy speaks to us. */
        @Override
        public int getServerPort() {
            String host = getHeader("Host");
            boolean named =
                    host != null && host.substring(host.lastIndexOf(']') + 1).indexOf(':') >= 0;
            return named || !tls ? super.getServerPort() : HTTPS;
        }
    }
}
