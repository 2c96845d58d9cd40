package org.muniment.server.people;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.Sessions;
import org.muniment.server.database.SignInPolicies;
import org.muniment.server.database.SignInPolicy;
import org.muniment.server.security.Caller;

/** Changes how the people of an organisation sign in; it holds at once, also for who is signed in. Thread-safe. */
public final class PolicyDesk {
    private final OpenArchives archives;
    private final Database database;
    private final SignInPolicies policies;
    private final Sessions sessions;
    private final InstantSource clock;

    PolicyDesk(
            OpenArchives archives, Database database, SignInPolicies policies, Sessions sessions, InstantSource clock) {
        this.archives = archives;
        this.database = database;
        this.policies = policies;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The policy of the caller's organisation. */
    public SignInPolicy now(Caller.Person caller) {
        return policies.of(caller.organisation());
    }

    /**
     * Changes it; of two changes at once the second one sees what the first one made.
     *
     * @param change gives what is to be, within bounds
     */
    public synchronized SignInPolicy change(Caller.Person caller, UnaryOperator<SignInPolicy> change, String reason)
            throws IOException {
        SignInPolicy before = now(caller);
        SignInPolicy after = change.apply(before);
        if (after.equals(before)) {
            return before;
        }
        caller.own(archives).archive().log(caller.actor(), "admin.policy", detail(before, after, reason));
        database.inTransaction(() -> {
            policies.keep(caller.organisation(), after);
            sessions.follow(caller.organisation(), after, clock.instant());
        });
        database.sync();
        archives.refresh(caller.organisation());
        return after;
    }

    private static Map<String, String> detail(SignInPolicy before, SignInPolicy after, String reason) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("reason", reason);
        put(
                detail,
                "second_factor",
                before.secondFactor().key(),
                after.secondFactor().key());
        put(detail, "idle_minutes", Integer.toString(before.idleMinutes()), Integer.toString(after.idleMinutes()));
        put(detail, "session_hours", Integer.toString(before.sessionHours()), Integer.toString(after.sessionHours()));
        put(
                detail,
                "reason_required",
                Boolean.toString(before.reasonRequired()),
                Boolean.toString(after.reasonRequired()));
        return detail;
    }

    private static void put(Map<String, String> detail, String field, String before, String after) {
        if (!before.equals(after)) {
            detail.put("before." + field, before);
            detail.put("after." + field, after);
        }
    }
}
