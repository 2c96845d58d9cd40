package org.muniment.server.factors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muniment.server.database.Database;
import org.muniment.server.database.PasskeyRecords;
import org.muniment.server.database.RecoveryCodeHashes;
import org.muniment.server.database.TotpSecrets;

/** All second factors of people. Thread-safe. */
public final class Factors {
    private final Database database;
    private final TotpSecrets secrets;
    private final RecoveryCodeHashes codes;
    private final PasskeyRecords passkeys;

    /** What a person can prove a sign-in with, the best first. */
    public enum Method {
        PASSKEY,
        TOTP,
        RECOVERY_CODE;

        /** As the API writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Factors(Database database, TotpSecrets secrets, RecoveryCodeHashes codes, PasskeyRecords passkeys) {
        this.database = database;
        this.secrets = secrets;
        this.codes = codes;
        this.passkeys = passkeys;
    }

    /** What this person has; none if signing in takes the password alone. */
    public List<Method> of(String person) {
        List<Method> methods = new ArrayList<>(enrolled(person));
        if (!methods.isEmpty() && codes.count(person) > 0) {
            methods.add(Method.RECOVERY_CODE);
        }
        return methods;
    }

    /** Apps and passkeys; recovery codes only stand in for them. */
    public List<Method> enrolled(String person) {
        List<Method> methods = new ArrayList<>();
        if (passkeys.count(person) > 0) {
            methods.add(Method.PASSKEY);
        }
        if (secrets.find(person, false).isPresent()) {
            methods.add(Method.TOTP);
        }
        return methods;
    }

    /** How many apps and passkeys the person has. */
    public int count(String person) {
        return passkeys.count(person) + (secrets.find(person, false).isPresent() ? 1 : 0);
    }

    /** Removes everything; the person enrols anew. */
    public void clear(String person) {
        database.inTransaction(() -> {
            secrets.remove(person);
            codes.replace(person, List.of());
            passkeys.removeAll(person);
        });
    }

    /** Recovery codes without a factor that they could stand in for are of no use. */
    public void tidy(String person) {
        if (count(person) == 0) {
            codes.replace(person, List.of());
        }
    }
}
