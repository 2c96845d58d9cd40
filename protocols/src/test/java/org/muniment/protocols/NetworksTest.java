package org.muniment.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0, true",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 2001:db8::1, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::1, ::1, true",
        "127.0.0.0/8, ::ffff:127.0.0.1, true"
    })
    void networkKnowsItsAddresses(String network, String address, boolean inside) {
        assertThat(Network.parse(network).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "mx.example.org/24",
                "10.1",
                "10",
                "192.0.2.0/",
                "192.0.2.0/x",
                "192.0.2.0/33",
                "::/129",
                "192.0.2.0/-1",
                "192.0.2.1/24",
                "2001:db8::1/32",
                "/8",
                "010.0.0.1",
                ""
            })
    void whatIsNoNetworkIsRefusedWithItsName(String text) {
        assertThatThrownBy(() -> Network.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text.replaceAll("/.*", ""));
    }

    @Test
    void listIsReadWithCommasAndBlanks() {
        Networks networks = Networks.parse(" 10.0.0.0/8,192.0.2.1   2001:db8::/32 ");
        assertThat(networks.list()).hasSize(3);
        assertThat(networks.contains(InetAddress.ofLiteral("10.9.8.7"))).isTrue();
        assertThat(networks.contains(InetAddress.ofLiteral("11.9.8.7"))).isFalse();
    }

    @Test
    void emptyListAllowsNobody() {
        assertThat(Networks.parse("").contains(InetAddress.getLoopbackAddress()))
                .isFalse();
    }

    @Test
    void loopbackIsThisMachineInBothFamilies() {
        assertThat(Networks.loopback().contains(InetAddress.ofLiteral("127.3.2.1")))
                .isTrue();
        assertThat(Networks.loopback().contains(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(Networks.loopback().contains(InetAddress.ofLiteral("192.0.2.1")))
                .isFalse();
    }
}
