package org.muniment.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server's log is told of proxies; what they are believed is {@code ProxyTest}'s matter. */
class ProxyInFrontTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void aProxyOnThisMachineThatNobodyNamedIsToldOfOnceWithWhatToSet() {
        var filter = new ProxyInFront(List.of("10.0.0.0/8"));
        assertThat(filter.warning(HERE).orElseThrow()).endsWith("set MUNIMENT_HTTP_PROXIES=127.0.0.1");
        assertThat(filter.warning(HERE)).isEmpty();
    }

    @Test
    void aNamedProxyIsNothingToTell() {
        assertThat(new ProxyInFront(List.of("127.0.0.1")).warning(HERE)).isEmpty();
    }

    @Test
    void whoCallsFromElsewhereFillsNoLog() {
        assertThat(new ProxyInFront(List.of()).warning(InetAddress.ofLiteral("203.0.113.9")))
                .isEmpty();
    }
}
