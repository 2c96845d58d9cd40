package org.muniment.server.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An authenticator and the browser around it, as far as a server can tell (WebAuthn level 3, sections 6.1, 6.5 and 7): one
 * ES256 key, attestation {@code none}. What it signs it signs really.
 */
public final class SoftAuthenticator {
    private static final int USER_PRESENT = 1;
    private static final int USER_VERIFIED = 4;
    private static final int KEY_INCLUDED = 64;

    private final KeyPair key;
    private final byte[] id = new byte[32];
    private String origin;
    private byte[] handle = {};
    private int count;

    /**
     * A new one.
     *
     * @param origin where the browser says it is: {@code http://localhost:8080}
     */
    public SoftAuthenticator(String origin) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        key = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
        this.origin = origin;
    }

    /** The browser goes on at another port of the same host; the passkeys stay. */
    public void movedTo(String elsewhere) {
        origin = elsewhere;
    }

    /** Makes a passkey as {@code navigator.credentials.create} does. */
    public Map<String, Object> create(JsonNode options) throws GeneralSecurityException {
        handle = decoded(options.get("user").get("id").asString());
        byte[] client = client("webauthn.create", options.get("challenge").asString());
        var data = new ByteArrayOutputStream();
        data.writeBytes(head(options.get("rp").get("id").asString(), USER_PRESENT | USER_VERIFIED | KEY_INCLUDED));
        data.writeBytes(new byte[16]); // a model that does not tell its name
        data.writeBytes(new byte[] {0, (byte) id.length});
        data.writeBytes(id);
        data.writeBytes(cose());
        return credential(Map.of(
                "clientDataJSON", encoded(client), "attestationObject", encoded(attestation(data.toByteArray()))));
    }

    /** Uses the passkey as {@code navigator.credentials.get} does. */
    public Map<String, Object> get(JsonNode options, boolean verified) throws GeneralSecurityException {
        byte[] client = client("webauthn.get", options.get("challenge").asString());
        byte[] data = head(options.get("rpId").asString(), USER_PRESENT | (verified ? USER_VERIFIED : 0));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return credential(Map.of(
                "clientDataJSON", encoded(client),
                "authenticatorData", encoded(data),
                "signature", encoded(signature.sign()),
                "userHandle", encoded(handle)));
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        return Map.of(
                "id",
                encoded(id),
                "rawId",
                encoded(id),
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of(),
                "authenticatorAttachment",
                "platform",
                "response",
                response);
    }

    private byte[] client(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] head(String host, int flags) throws GeneralSecurityException {
        count++;
        return ByteBuffer.allocate(37)
                .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(count)
                .array();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    /** A COSE key in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053, section 7.1). */
    private byte[] cose() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        out.writeBytes(fixed(point.getAffineX().toByteArray()));
        out.writeBytes(new byte[] {0x22, 0x58, 32});
        out.writeBytes(fixed(point.getAffineY().toByteArray()));
        return out.toByteArray();
    }

    private static byte[] fixed(byte[] number) {
        byte[] bytes = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, bytes, 32 - length, length);
        return bytes;
    }

    /** In CBOR: {"fmt": "none", "attStmt": {}, "authData": …}. */
    private static byte[] attestation(byte[] data) {
        var out = new ByteArrayOutputStream();
        out.write(0xa3);
        text(out, "fmt");
        text(out, "none");
        text(out, "attStmt");
        out.write(0xa0);
        text(out, "authData");
        out.write(0x58);
        out.write(data.length);
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
