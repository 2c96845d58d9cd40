package org.muniment.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkListTest {

    @Test
    void addressesAndNetworksAreKeptInOneForm() {
        assertThat(NetworkList.canonical("10.0.0.0/8")).contains("10.0.0.0/8");
        assertThat(NetworkList.canonical("127.0.0.1")).contains("127.0.0.1/32");
        assertThat(NetworkList.canonical("2001:db8::/32")).contains("2001:db8:0:0:0:0:0:0/32");
        assertThat(NetworkList.canonical("::1")).contains("0:0:0:0:0:0:0:1/128");
    }

    @Test
    void whatIsNoNetworkIsNone() {
        for (String text : List.of(
                "", "/", "localhost", "example.org/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8",
                "fe80::1%eth0", "1".repeat(5_000), "10.0.0.0/99999999999")) {
            assertThat(NetworkList.canonical(text)).as(text).isEmpty();
        }
    }

    @Test
    void anAddressLiesInANetworkIfItsFirstBitsAreTheSame() {
        assertThat(NetworkList.admits(List.of("10.0.0.0/8"), "10.255.1.2")).isTrue();
        assertThat(NetworkList.admits(List.of("10.0.0.0/8"), "11.0.0.1")).isFalse();
        assertThat(NetworkList.admits(List.of("192.168.1.128/25"), "192.168.1.127")).isFalse();
        assertThat(NetworkList.admits(List.of("0.0.0.0/0"), "203.0.113.7")).isTrue();
        assertThat(NetworkList.admits(List.of("10.0.0.0/8"), "::1")).as("another family").isFalse();
        assertThat(NetworkList.admits(List.of("10.0.0.0/8", "0:0:0:0:0:0:0:1/128"), "0:0:0:0:0:0:0:1")).isTrue();
        assertThat(NetworkList.admits(List.of(), "203.0.113.7")).as("no list").isTrue();
    }
}
