package org.muniment.server.directory;

import java.time.Instant;
import java.util.Optional;
import org.muniment.archive.Actor;
import org.muniment.server.database.Notices;
import org.muniment.server.database.Ulid;
import org.muniment.server.ldap.LdapServer;

/**
 * Tells every administrator of an organisation when another directory server, or another part of it, says whose password is
 * right: whoever sets it decides who signs in. Thread-safe.
 */
final class SignInServers {
    private static final String KIND = "sign-in-server";
    private static final int LONGEST = 254;

    private final Notices notices;
    private final boolean inUse;

    /**
     * @param inUse whether people sign in by these servers at all
     */
    SignInServers(Notices notices, boolean inUse) {
        this.notices = notices;
        this.inUse = inUse;
    }

    /** Looks at a change that is being made; to be called in the transaction that makes it. */
    void look(String organisation, Actor actor, Optional<LdapSettings> before, LdapSettings after, Instant now) {
        if (!inUse || before.map(SignInServers::deciding).equals(Optional.of(deciding(after)))) {
            return;
        }
        LdapServer server = after.server();
        String shown = server.security().key() + "://" + server.host() + ":" + server.port();
        notices.add(new Notices.Notice(
                Ulid.next("note", now),
                organisation,
                KIND,
                now,
                actor.name(),
                shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown,
                null));
    }

    /** What decides which entry is whose, and which server is believed. */
    private record Deciding(LdapServer server, String base, String filter, String address) {}

    private static Deciding deciding(LdapSettings settings) {
        return new Deciding(
                settings.server(),
                settings.base(),
                settings.filter(),
                settings.attributes().address());
    }
}
