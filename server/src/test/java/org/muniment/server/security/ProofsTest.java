package org.muniment.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "@", "ada", "10.0.0.5", "::1", "factor of adm_1", "factor of@adm_1", "passkey of 10.0.0.5"})
    void whatIsNoAddressIsCountedAsNobodys(String text) {
        assertThat(Proofs.addressKey(text)).isEqualTo("nobody");
    }

    @Test
    void aTextThatIsTooLongForAnAddressIsNotRemembered() {
        assertThat(Proofs.addressKey("a@" + "x".repeat(1_000_000))).isEqualTo("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "root@localhost", "李@例子.中国"})
    void anAddressIsCountedAsItself(String address) {
        assertThat(Proofs.addressKey(address)).isEqualTo(address);
    }
}
