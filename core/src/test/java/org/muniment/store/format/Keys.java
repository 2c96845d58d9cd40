package org.muniment.store.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one keyring copy, read from {@code volume.md} section 8. */
public final class Keys {
    static final int SIGNING = 4;

    private final Map<Long, byte[]> byId = new HashMap<>();
    private final Map<Integer, byte[]> byPurpose = new HashMap<>();
    private final byte[] storeId;

    /** Reads a copy under the master key of 64 hexadecimal digits. */
    public Keys(Path copy, String masterKey) throws IOException {
        byte[] file = Files.readAllBytes(copy);
        ByteBuffer head = ByteBuffer.wrap(file);
        demand(text(head, 8).equals("MUNIKEYS"), "magic of the keyring");
        demand(head.getShort() == 1 && head.getShort() == 0, "version of the keyring");
        byte[] nonce = take(head, 12);
        storeId = take(head, 16);
        byte[] key = HexFormat.of().parseHex(masterKey);
        ByteBuffer plain = ByteBuffer.wrap(open(key, nonce, Arrays.copyOf(file, 40), take(head, head.remaining())));
        plain.getLong(); // generation
        int count = plain.getInt();
        for (int i = 0; i < count; i++) {
            add(plain);
        }
        demand(!plain.hasRemaining(), "end of the keyring");
    }

    private void add(ByteBuffer plain) throws IOException {
        long id = plain.getLong();
        int purpose = plain.getInt();
        plain.getInt(); // due day
        byte[] key = take(plain, 32);
        demand(id != 0 && byId.put(id, key) == null, "ids of keys");
        byPurpose.put(purpose, key);
    }

    byte[] storeId() {
        return storeId;
    }

    byte[] ofPurpose(int purpose) throws IOException {
        byte[] key = byPurpose.get(purpose);
        if (key == null) {
            throw new IOException("expected: a key of purpose " + purpose);
        }
        return key;
    }

    byte[] key(long id) throws IOException {
        byte[] key = byId.get(id);
        if (key == null) {
            throw new IOException("expected: key " + Long.toHexString(id) + " in the keyring");
        }
        return key;
    }

    static byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new IOException("does not decrypt", e);
        }
    }

    static byte[] take(ByteBuffer from, int count) throws IOException {
        demand(count >= 0 && count <= from.remaining(), count + " more bytes, there are " + from.remaining());
        byte[] bytes = new byte[count];
        from.get(bytes);
        return bytes;
    }

    static String text(ByteBuffer from, int count) throws IOException {
        return new String(take(from, count), StandardCharsets.US_ASCII);
    }

    static void demand(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException("expected: " + what);
        }
    }
}
