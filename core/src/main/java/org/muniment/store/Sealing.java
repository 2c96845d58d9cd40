package org.muniment.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import org.muniment.evidence.Commitment;

/** Turns payloads into sealed records and back: compression, encryption, commitment. Thread-safe. */
final class Sealing {
    private static final Pool<Randomness> RANDOM = new Pool<>(Randomness::new);

    private Sealing() {}

    static byte[] random(int length) {
        Randomness randomness = RANDOM.take();
        byte[] bytes = randomness.next(length);
        RANDOM.give(randomness);
        return bytes;
    }

    /** Everything about a record but its number. */
    static GroupCommit.Sealed seal(Kind kind, long time, int dueDay, Keyring.Key key, Payload payload) {
        byte[] plain = payload.encode();
        byte[] packed = Compression.pack(plain, plain.length);
        boolean smaller = packed.length < plain.length;
        byte[] body = smaller ? packed : plain;
        byte[] commitment = Commitment.of(payload.salt(), payload.meta(), payload.sha256());
        Frame frame = new Frame(
                kind.code(),
                smaller ? Frame.FLAG_ZSTD : 0,
                dueDay,
                0,
                time,
                key.id(),
                random(AesGcm.NONCE),
                commitment,
                body.length + AesGcm.TAG);
        byte[] sealed = AesGcm.encrypt(key.secret(), frame.nonce(), frame.associatedData(), body, body.length);
        return new GroupCommit.Sealed(frame, sealed);
    }

    /**
     * Opens a record's payload and checks it against its frame.
     *
     * @param record a buffer that stands at the frame
     * @throws IOException saying what differs, in words without a place
     */
    static Payload open(Frame frame, ByteBuffer record, SecretKey key) throws IOException {
        byte[] sealed = new byte[frame.payloadLength()];
        record.get(record.position() + Frame.LENGTH, sealed);
        byte[] body;
        try {
            body = AesGcm.decrypt(key, frame.nonce(), frame.associatedData(), sealed, 0, sealed.length);
        } catch (AEADBadTagException e) {
            throw new IOException("the authentication tag of the payload differs", e);
        }
        boolean packed = (frame.flags() & Frame.FLAG_ZSTD) != 0;
        Payload payload = Payload.decode(packed ? Compression.unpack(body, Payload.MAX_LENGTH) : body);
        byte[] commitment = Commitment.of(payload.salt(), payload.meta(), payload.sha256());
        if (!Arrays.equals(commitment, frame.commitment())) {
            throw new IOException("the commitment does not fit the payload");
        }
        return payload;
    }
}
