package org.muniment.server.people;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.AdminList;
import org.muniment.server.database.AdminList.Admin;
import org.muniment.server.database.Database;
import org.muniment.server.database.Identities;
import org.muniment.server.database.Invitations;
import org.muniment.server.database.Notices;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Role;
import org.muniment.server.database.Sessions;
import org.muniment.server.database.Ulid;
import org.muniment.server.factors.Factors;
import org.muniment.server.language.Message;
import org.muniment.server.people.RefusedException.Kind;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Capability;
import org.muniment.server.setup.MailNames;

/**
 * Appoints people and looks after them. Everything is in the archive log before it happens, holds at once, also for who
 * is signed in, and stays within the caller's organisation: whoever belongs to another one is not there. Thread-safe; one
 * change at a time, so that two of them cannot remove the last two postmasters.
 */
public final class Administrators {
    /** So long an invitation waits. */
    public static final Duration INVITATION = Duration.ofDays(7);

    private static final int MOST_PEOPLE = 1_000;
    private static final int LONGEST_NAME = 200;

    /** Without one of these nobody could mend anything any more. */
    private static final Set<Role> NEVER_WITHOUT =
            EnumSet.of(Role.OPERATOR, Role.POSTMASTER, Role.ARCHIVE_ADMINISTRATOR);

    private final OpenArchives archives;
    private final Database database;
    private final AdminList list;
    private final People people;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Identities identities;
    private final Notices notices;
    private final Factors factors;
    private final InstantSource clock;

    Administrators(
            OpenArchives archives,
            Database database,
            AdminList list,
            People people,
            Sessions sessions,
            Invitations invitations,
            Notices notices,
            Factors factors,
            InstantSource clock) {
        this.archives = archives;
        this.database = database;
        this.list = list;
        this.people = people;
        this.sessions = sessions;
        this.invitations = invitations;
        this.identities = new Identities(database);
        this.notices = notices;
        this.factors = factors;
        this.clock = clock;
    }

    /** An invitation, shown this once. */
    public record Invitation(String code, Instant expires) {

        /** Of the console's page; what stands behind {@code #} is sent to no server. */
        public String path() {
            return "/invitation#" + code;
        }

        /** Without the code, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Invitation[" + expires + "]";
        }
    }

    /** Who was appointed, and how she comes in. */
    public record Appointed(Admin admin, Invitation invitation) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String organisation(Caller.Person caller) {
        return caller.organisation();
    }

    /** Everybody in the caller's organisation. */
    public List<Admin> all(Caller.Person caller) {
        return list.all(organisation(caller), clock.instant());
    }

    /** One of them. */
    public Admin find(Caller.Person caller, String id) throws RefusedException {
        return list.find(organisation(caller), id, clock.instant())
                .orElseThrow(() -> RefusedException.of(Kind.NOT_FOUND, Message.of("not-found.admin", shown(id))));
    }

    private static String shown(String id) {
        return id.length() > 40 ? id.substring(0, 40) + "…" : id;
    }

    /** Appoints somebody who is nobody yet. */
    public synchronized Appointed appoint(
            Caller.Person caller, String givenAddress, String givenName, Set<Role> roles, String reason)
            throws IOException, RefusedException {
        String address = MailNames.address(givenAddress)
                .orElseThrow(() -> RefusedException.field("/address", Message.of("people.address")));
        String name = Names.checked("/name", givenName, LONGEST_NAME);
        for (Role role : roles) {
            mayGrant(caller, role);
        }
        if (people.find(address).isPresent()) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("people.known", address));
        }
        if (list.count(organisation(caller)) >= MOST_PEOPLE) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("people.too-many", MOST_PEOPLE));
        }
        Instant now = now();
        String id = Ulid.next("adm", now);
        Map<String, String> detail = detail(id, address, reason);
        detail.put("name", name);
        detail.put("after.roles", keys(roles));
        log(caller, "admin.grant", detail);
        Invitation invitation = invitation(now);
        database.inTransaction(() -> {
            people.add(new Person(id, organisation(caller), address, "", roles, now));
            people.rename(id, name);
            invitations.keep(id, Codes.hash(invitation.code()), now, invitation.expires());
        });
        database.sync();
        return new Appointed(find(caller, id), invitation);
    }

    private static Invitation invitation(Instant now) {
        return new Invitation(Codes.next(), now.plus(INVITATION));
    }

    /**
     * Grants a role.
     *
     * @param confirmSelf whether the caller knows that she gives it to herself
     */
    public synchronized Admin grant(Caller.Person caller, String id, Role role, String reason, boolean confirmSelf)
            throws IOException, RefusedException {
        Admin admin = find(caller, id);
        mayGrant(caller, role);
        if (admin.roles().contains(role)) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("people.has-role", admin.address()));
        }
        boolean stands = admin.id().equals(caller.id()) && role.readsMail();
        if (stands && !confirmSelf) {
            throw RefusedException.required("/confirm_self", Message.of("people.confirm-self"));
        }
        Map<String, String> detail = change(admin, reason, with(admin.roles(), role));
        detail.put("role", role.key());
        if (stands) {
            detail.put("self_appointment", "true");
        }
        log(caller, "admin.grant", detail);
        database.inTransaction(() -> {
            people.grant(id, role);
            if (stands) {
                tell(caller, "self-appointment", admin.address(), role);
            }
        });
        database.sync();
        return find(caller, id);
    }

    /** Takes a role away. */
    public synchronized Admin revoke(Caller.Person caller, String id, Role role, String reason)
            throws IOException, RefusedException {
        Admin admin = find(caller, id);
        mayGrant(caller, role);
        if (!admin.roles().contains(role)) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("people.lacks-role", admin.address()));
        }
        notTheLast(admin, Set.of(role));
        Map<String, String> detail = change(admin, reason, without(admin.roles(), role));
        detail.put("role", role.key());
        log(caller, "admin.revoke", detail);
        people.revoke(id, role);
        database.sync();
        return find(caller, id);
    }

    /** Keeps somebody out; her sessions end. */
    public synchronized Admin suspend(Caller.Person caller, String id, String reason)
            throws IOException, RefusedException {
        Admin admin = find(caller, id);
        mayLookAfter(caller, admin);
        if (admin.state() == AdminList.State.SUSPENDED) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("people.suspended", admin.address()));
        }
        notTheLast(admin, admin.roles());
        log(caller, "admin.suspend", detail(id, admin.address(), reason));
        database.inTransaction(() -> {
            people.suspend(id, now());
            sessions.endAll(id, null);
        });
        database.sync();
        return find(caller, id);
    }

    /** Lets somebody in again. */
    public synchronized Admin resume(Caller.Person caller, String id, String reason)
            throws IOException, RefusedException {
        Admin admin = find(caller, id);
        mayLookAfter(caller, admin);
        if (admin.state() != AdminList.State.SUSPENDED) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("people.not-suspended", admin.address()));
        }
        log(caller, "admin.resume", detail(id, admin.address(), reason));
        people.suspend(id, null);
        database.sync();
        return find(caller, id);
    }

    /** Ends all sessions of somebody; the one that asks too, if it is hers. */
    public synchronized Admin endSessions(Caller.Person caller, String id, String reason)
            throws IOException, RefusedException {
        Admin admin = find(caller, id);
        log(caller, "admin.end_sessions", detail(id, admin.address(), reason));
        sessions.endAll(id, null);
        database.sync();
        return find(caller, id);
    }

    /**
     * Removes all second factors of somebody; her sessions end. Everybody is told, whatever her roles are at this moment:
     * they could be taken away for that moment alone.
     */
    public synchronized Admin resetSecondFactor(Caller.Person caller, String id, String reason)
            throws IOException, RefusedException {
        Admin admin = find(caller, id);
        mayLookAfter(caller, admin);
        if (admin.id().equals(caller.id())) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("people.own-factor"));
        }
        log(caller, "admin.reset_second_factor", detail(id, admin.address(), reason));
        database.inTransaction(() -> {
            factors.clear(id);
            sessions.endAll(id, null);
            tell(caller, "second-factor-reset", admin.address(), null);
        });
        database.sync();
        return find(caller, id);
    }

    /**
     * Makes a new invitation, in place of the one before; an identity provider binds her anew. Everybody is told if she has
     * signed in before, whatever her roles are at this moment.
     */
    public synchronized Appointed invite(Caller.Person caller, String id, String reason)
            throws IOException, RefusedException {
        Admin admin = find(caller, id);
        mayBecome(caller, admin);
        if (admin.state() == AdminList.State.SUSPENDED) {
            throw RefusedException.of(Kind.CONFLICT, Message.of("people.suspended", admin.address()));
        }
        Invitation invitation = invitation(now());
        Map<String, String> detail = detail(id, admin.address(), reason);
        detail.put("expires", invitation.expires().toString());
        log(caller, "admin.invite", detail);
        database.inTransaction(() -> {
            invitations.keep(id, Codes.hash(invitation.code()), now(), invitation.expires());
            identities.forget(id); // who sets a password anew may be another subject at the provider by now
            if (admin.state() == AdminList.State.ACTIVE) {
                tell(caller, "new-invitation", admin.address(), null);
            }
        });
        database.sync();
        return new Appointed(find(caller, id), invitation);
    }

    /**
     * A postmaster grants everything but the operator's role, which takes an operator; an archive administrator makes
     * reviewers.
     */
    private static void mayGrant(Caller.Person caller, Role role) throws RefusedException {
        boolean may = switch (role) {
            case OPERATOR -> caller.may(Capability.ADMINS_WRITE) && caller.may(Capability.ORGANISATIONS_WRITE);
            case REVIEWER -> caller.may(Capability.ADMINS_WRITE) || caller.may(Capability.REVIEWERS_WRITE);
            case POSTMASTER, ARCHIVE_ADMINISTRATOR, AUDITOR -> caller.may(Capability.ADMINS_WRITE);
        };
        if (!may) {
            throw RefusedException.of(Kind.FORBIDDEN, Message.of("people.may-not-grant"));
        }
    }

    /**
     * Whoever holds an invitation can become that person: it takes the right to grant every role she has, and, for one whose
     * roles are gone and may come back, the postmaster's.
     */
    private static void mayBecome(Caller.Person caller, Admin admin) throws RefusedException {
        for (Role role : admin.roles().isEmpty() ? Set.of(Role.POSTMASTER) : admin.roles()) {
            mayGrant(caller, role);
        }
    }

    /** Nobody gets at an operator's account who could not make one. */
    private static void mayLookAfter(Caller.Person caller, Admin admin) throws RefusedException {
        if (admin.roles().contains(Role.OPERATOR)) {
            mayGrant(caller, Role.OPERATOR);
        }
    }

    private void notTheLast(Admin admin, Set<Role> lost) throws RefusedException {
        String organisation = people.byId(admin.id()).orElseThrow().organisation();
        for (Role role : lost) {
            if (NEVER_WITHOUT.contains(role) && people.othersWith(organisation, role, admin.id()) == 0) {
                throw RefusedException.of(Kind.CONFLICT, Message.of(lastOf(role), admin.address()));
            }
        }
    }

    private static String lastOf(Role role) {
        return switch (role) {
            case OPERATOR -> "people.last.operator";
            case POSTMASTER -> "people.last.postmaster";
            case ARCHIVE_ADMINISTRATOR, AUDITOR, REVIEWER -> "people.last.archive_administrator";
        };
    }

    private void tell(Caller.Person caller, String kind, String address, @Nullable Role role) {
        Instant now = now();
        notices.add(new Notices.Notice(
                Ulid.next("note", now),
                organisation(caller),
                kind,
                now,
                caller.address(),
                address,
                role == null ? null : role.key()));
    }

    private static Set<Role> with(Set<Role> roles, Role role) {
        Set<Role> more = new TreeSet<>(roles);
        more.add(role);
        return more;
    }

    private static Set<Role> without(Set<Role> roles, Role role) {
        Set<Role> fewer = new TreeSet<>(roles);
        fewer.remove(role);
        return fewer;
    }

    private static Map<String, String> change(Admin admin, String reason, Set<Role> after) {
        Map<String, String> detail = detail(admin.id(), admin.address(), reason);
        detail.put("before.roles", keys(admin.roles()));
        detail.put("after.roles", keys(after));
        return detail;
    }

    private static Map<String, String> detail(String id, String address, String reason) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("object", id);
        detail.put("address", address);
        detail.put("reason", reason);
        return detail;
    }

    private static String keys(Set<Role> roles) {
        return roles.stream().sorted().map(Role::key).collect(Collectors.joining(" "));
    }

    private void log(Caller.Person caller, String type, Map<String, String> detail) throws IOException {
        caller.own(archives).archive().log(caller.actor(), type, detail);
    }
}
