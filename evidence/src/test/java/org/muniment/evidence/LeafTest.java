package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LeafTest {
    @Test
    void leafDataIsKindNumberTimeAndCommitment() throws EvidenceException {
        Leaf leaf = new Leaf(0xF0, 0x0102030405060708L, 1_700_000_000_123L, filled(0xAB, 32));
        String data = "f0" + "0102030405060708" + "0000018bcfe5687b" + "ab".repeat(32);
        assertThat(HexFormat.of().formatHex(leaf.data())).isEqualTo(data);
        assertThat(leaf.hash()).isEqualTo(NaiveTree.sha256(new byte[1], leaf.data()));

        Leaf parsed = Leaf.parse(leaf.data());
        assertThat(parsed.kind()).isEqualTo(0xF0);
        assertThat(parsed.number()).isEqualTo(0x0102030405060708L);
        assertThat(parsed.time()).isEqualTo(1_700_000_000_123L);
        assertThat(parsed.hash()).isEqualTo(leaf.hash());
    }

    @Test
    void whatIsNoLeafIsRefused() {
        byte[] negative = filled(0xFF, Leaf.BYTES);
        assertThatThrownBy(() -> Leaf.parse(negative)).isInstanceOf(EvidenceException.class);
        assertThatThrownBy(() -> Leaf.parse(new byte[48])).isInstanceOf(EvidenceException.class);
        assertThatThrownBy(() -> new Leaf(256, 0, 0, new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf(1, 0, 0, new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void commitmentIsHmacOverLengthMetaAndDigest() {
        byte[] salt = filled(0x5A, 32);
        byte[] meta = "envelope".getBytes(StandardCharsets.US_ASCII);
        byte[] digest = filled(0x11, 32);
        byte[] inner = NaiveTree.sha256(padded(salt, 0x36), new byte[] {0, 0, 0, 8}, meta, digest);
        byte[] outer = NaiveTree.sha256(padded(salt, 0x5C), inner);
        assertThat(Commitment.of(salt, meta, digest)).isEqualTo(outer);
        assertThat(Commitment.of(salt, meta, digest)).as("a second time").isEqualTo(outer);
    }

    @Test
    void commitmentDependsOnEveryPart() {
        byte[] salt = filled(1, 32);
        byte[] digest = filled(2, 32);
        byte[] commitment = Commitment.of(salt, new byte[3], digest);
        assertThat(Commitment.of(filled(3, 32), new byte[3], digest)).isNotEqualTo(commitment);
        assertThat(Commitment.of(salt, new byte[4], digest)).isNotEqualTo(commitment);
        assertThat(Commitment.of(salt, new byte[3], filled(4, 32))).isNotEqualTo(commitment);
        assertThatThrownBy(() -> Commitment.of(new byte[16], new byte[3], digest))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A key of 32 bytes on the block of 64 that HMAC hashes first (RFC 2104). */
    private static byte[] padded(byte[] key, int pad) {
        byte[] block = filled(pad, 64);
        for (int i = 0; i < key.length; i++) {
            block[i] ^= key[i];
        }
        return block;
    }

    static byte[] filled(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
