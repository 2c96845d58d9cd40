package org.muniment.server.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.AdminList.Admin;
import org.muniment.server.database.Role;
import org.muniment.server.people.Administrators;
import org.muniment.server.security.Caller;

/** A person as those see her who look after people. */
record AdminView(
        String id,
        String address,
        String name,
        List<String> roles,
        String state,
        List<String> secondFactors,
        @Nullable SignInView lastSignIn,
        int sessions,
        int tokens,
        Instant created,
        @Nullable Instant invitationExpiresAt,
        boolean self) {

    static AdminView of(Admin admin, Caller.Person caller) {
        List<String> factors = new ArrayList<>();
        if (admin.totp()) {
            factors.add("totp");
        }
        if (admin.passkey()) {
            factors.add("passkey");
        }
        return new AdminView(
                admin.id(),
                admin.address(),
                admin.name(),
                admin.roles().stream().sorted().map(Role::key).toList(),
                admin.state().name().toLowerCase(Locale.ROOT),
                factors,
                SignInView.of(admin.lastSignIn()),
                admin.sessions(),
                admin.tokens(),
                admin.created(),
                admin.invitationExpires(),
                admin.id().equals(caller.id()));
    }

    /** Somebody and how she comes in. */
    record Appointed(AdminView admin, InvitationView invitation) {

        static Appointed of(Administrators.Appointed appointed, Caller.Person caller) {
            Administrators.Invitation invitation = appointed.invitation();
            return new Appointed(
                    AdminView.of(appointed.admin(), caller),
                    new InvitationView(invitation.code(), invitation.path(), invitation.expires()));
        }
    }

    record InvitationView(String code, String path, Instant expiresAt) {

        /** Without the code, so that no log ever shows it. */
        @Override
        public String toString() {
            return "InvitationView[" + expiresAt + "]";
        }
    }
}
