package org.muniment.server.testing;

import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app as anybody may have written it: written from RFC 6238, without a look at the product's own. */
public final class AuthenticatorApp {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** Takes the secret as a person types it. */
    public AuthenticatorApp(String base32) {
        secret = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < secret.length * 8; bit++) {
            int five = BASE_32.indexOf(base32.charAt(bit / 5));
            int value = (five >> (4 - bit % 5)) & 1;
            secret[bit / 8] |= (byte) (value << (7 - bit % 8));
        }
    }

    /** What it shows at that moment. */
    public String code(Instant at) throws GeneralSecurityException {
        long step = at.getEpochSecond() / 30;
        byte[] message = new byte[8];
        for (int i = 7; i >= 0; i--) {
            message[i] = (byte) step;
            step >>= 8;
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        byte[] hash = mac.doFinal(message);
        int at4 = hash[19] & 15;
        int number = ((hash[at4] & 127) << 24)
                | ((hash[at4 + 1] & 255) << 16)
                | ((hash[at4 + 2] & 255) << 8)
                | (hash[at4 + 3] & 255);
        String digits = Integer.toString(number % 1_000_000);
        return "0".repeat(6 - digits.length()) + digits;
    }
}
