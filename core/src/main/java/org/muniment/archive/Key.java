package org.muniment.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key of the {@link NumberTable}: 128 bits of an HMAC-SHA-256, so that the table tells a reader of the disk nothing
 * about the mail it leads to.
 */
record Key(long high, long low) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /** Makes keys of different kinds under one secret. Thread-safe. */
    static final class Maker {
        private final SecretKeySpec secret;
        private final ConcurrentLinkedQueue<Mac> idle = new ConcurrentLinkedQueue<>();

        Maker(byte[] secret) {
            this.secret = new SecretKeySpec(secret, "HmacSHA256");
        }

        /** Leads from a fingerprint to its message. */
        Key fingerprint(byte[] fingerprint) {
            return make('F', fingerprint);
        }

        /** Leads from a fingerprint and a transaction to their message. */
        Key fingerprint(byte[] fingerprint, String transaction) {
            byte[] name = transaction.getBytes(StandardCharsets.UTF_8);
            byte[] all = java.util.Arrays.copyOf(fingerprint, fingerprint.length + name.length);
            System.arraycopy(name, 0, all, fingerprint.length, name.length);
            return make('T', all);
        }

        /** Leads from a copy, as a source gave it, to the record that keeps it. */
        Key copy(String source, String item, byte[] sha256) {
            byte[] where = (source + "\0" + item + "\0").getBytes(StandardCharsets.UTF_8);
            byte[] all = java.util.Arrays.copyOf(where, where.length + sha256.length);
            System.arraycopy(sha256, 0, all, where.length, sha256.length);
            return make('C', all);
        }

        /** Leads from a message to its n-th further sighting. */
        Key sighting(String message, int n) {
            return make('S', (message + "\0" + n).getBytes(StandardCharsets.UTF_8));
        }

        /** Leads from a Message-ID to the n-th message that bears it. */
        Key variant(String messageId, int n) {
            return make('V', (messageId + "\0" + n).getBytes(StandardCharsets.UTF_8));
        }

        private Key make(char kind, byte[] data) {
            Mac pooled = idle.poll();
            Mac mac = pooled != null ? pooled : mac();
            mac.update((byte) kind);
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(data));
            idle.add(mac);
            return new Key(digest.getLong(), digest.getLong());
        }

        private Mac mac() {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(secret);
                return mac;
            } catch (GeneralSecurityException e) {
                throw new AssertionError("every JDK has HMAC-SHA-256", e);
            }
        }
    }

    /** What a copy is told apart by, besides its source and bytes. */
    static String itemOf(Provenance provenance, @Nullable String reversePath, Iterable<String> recipients) {
        Provenance.Item item = provenance.item();
        if (item != null) {
            return item.containerSha256() + "\0" + item.position();
        }
        String transaction = provenance.facts().transaction();
        String delivery = reversePath + "\0" + String.join("\0", recipients);
        return transaction == null ? delivery : delivery + "\0\0" + transaction;
    }
}
