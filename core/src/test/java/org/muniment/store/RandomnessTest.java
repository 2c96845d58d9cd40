package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RandomnessTest {

    @Test
    void noNonceIsGivenOutTwiceAcrossBlocks() {
        Randomness randomness = new Randomness();
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            nonces.add(HexFormat.of().formatHex(randomness.next(AesGcm.NONCE)));
            assertThat(randomness.next(Payload.SALT)).isNotEqualTo(new byte[Payload.SALT]);
        }
        assertThat(nonces).hasSize(5_000);
    }
}
