package org.muniment.server.factors;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muniment.server.database.RecoveryCodeHashes;
import org.muniment.server.home.SecretBox;

/**
 * Ten codes for who has lost the authenticator, fifty random bits each; every one works once. Only digests are kept, which
 * are worth nothing without the master key. Thread-safe.
 */
public final class RecoveryCodes {
    static final int COUNT = 10;

    /** No sign that looks like another one. */
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUP = 5;
    private static final int LONGEST_GIVEN = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RecoveryCodeHashes hashes;
    private final SecretBox box;

    RecoveryCodes(RecoveryCodeHashes hashes, SecretBox box) {
        this.hashes = hashes;
        this.box = box;
    }

    /** Makes new ones in place of those before; shown this once. */
    public List<String> renew(String person) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            codes.add(group() + "-" + group());
        }
        hashes.replace(
                person,
                codes.stream().map(code -> box.hash(plain(code), person)).toList());
        return codes;
    }

    private static String group() {
        var group = new StringBuilder();
        for (int i = 0; i < GROUP; i++) {
            group.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return group.toString();
    }

    /** However it is grouped and in whatever case. */
    private static String plain(String given) {
        return given.toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
    }

    /** Uses a code up; false if it is none of the person's, or was used. */
    public boolean use(String person, String given) {
        return given.length() <= LONGEST_GIVEN && hashes.remove(person, box.hash(plain(given), person));
    }

    /** How many are left. */
    public int left(String person) {
        return hashes.count(person);
    }
}
