package org.muniment.server.directory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.server.database.Database;
import org.muniment.server.database.Notices;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.home.MasterKeyFile;
import org.muniment.server.home.SecretBox;

/** The directories of two organisations in a real database, with a clock that is turned by hand and a log in memory. */
final class OneDirectory implements Closeable {
    static final String ORG = "org_1";
    static final String OTHER = "org_2";
    static final Actor POSTMASTER = new Actor("post@example.org", "10.0.0.1");
    static final Instant BEGINNING = Instant.parse("2026-03-01T09:00:00Z");

    /** One entry of the log. */
    record Entry(String organisation, String type, Map<String, String> detail) {}

    final List<Entry> log = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    boolean logFails;

    /** Is told the type of every entry that was written. */
    Consumer<String> whenLogged = _ -> {};

    Instant now = BEGINNING;

    final Database database;
    final ChangeDoor door;
    final Trees trees;
    final Members members;
    final MailDomains domains;
    final MemberChanges changes;
    final DepartmentChanges departments;
    final MemberLookup lookup;
    final OneLargeTable turn = new OneLargeTable(Duration.ofMillis(1));
    final DirectoryPlans plans;
    final LdapSync sync;
    final Notices notices;

    OneDirectory(Path home) throws IOException {
        database = Database.open(new Home(home));
        door = new ChangeDoor(database, this::write);
        trees = new Trees(database);
        door.onChange(trees::forget);
        door.onChange(told::add);
        members = new Members(database, trees);
        domains = new MailDomains(database, door, _ -> {});
        changes = new MemberChanges(database, door, members, domains, () -> now);
        departments = new DepartmentChanges(database, door, members, () -> now);
        lookup = new MemberLookup(database, door, members, domains);
        plans = new DirectoryPlans(database, door, members, domains, turn, () -> now);
        notices = new Notices(database);
        var key = new MasterKeyFile(home.resolve("master.key"));
        key.ensure();
        sync = new LdapSync(
                database,
                plans,
                this::write,
                new SecretBox(key, SecretBox.Purpose.DIRECTORY_SYNC),
                new SignInServers(notices, true),
                () -> now,
                Runnable::run);
    }

    /** With two organisations, {@code example.org} and {@code other.example}. */
    static OneDirectory make(Path home) throws IOException {
        var directory = new OneDirectory(home);
        directory.organisation(ORG, "example.org");
        directory.organisation(OTHER, "other.example");
        return directory;
    }

    private void organisation(String id, String domain) {
        new Organisations(database)
                .add(new Organisation(
                        id,
                        id,
                        5,
                        SecondFactor.OPTIONAL,
                        List.of(domain),
                        Organisation.Terms.unlimited(),
                        BEGINNING,
                        "os:me"));
    }

    private void write(String organisation, Actor actor, String type, Map<String, String> detail) throws IOException {
        if (logFails) {
            throw new IOException("the log is out of order");
        }
        log.add(new Entry(organisation, type, Map.copyOf(detail)));
        whenLogged.accept(type);
    }

    /** The clock goes on by so many days. */
    Instant days(int days) {
        now = now.plusSeconds(86_400L * days);
        return now;
    }

    /** A department, with those above it that are missing. */
    String department(String path) throws IOException {
        String parent = null;
        for (String name : path.split("/", -1)) {
            var there = members.tree(ORG).child(parent, name);
            parent = there.isPresent()
                    ? there.get().id()
                    : departments.add(ORG, POSTMASTER, parent, name).id();
        }
        return String.valueOf(parent);
    }

    Account account(String address, String... departments) throws IOException {
        return changes.add(
                ORG,
                POSTMASTER,
                new AccountDraft(
                        address,
                        address.substring(0, address.indexOf('@')),
                        List.of(),
                        List.of(departments),
                        AccountState.ACTIVE,
                        AccountSource.MANUAL,
                        null));
    }

    Account change(Account account, @Nullable AccountState state, @Nullable List<String> departments)
            throws IOException {
        return changes.change(ORG, POSTMASTER, account.id(), new AccountChange(null, null, null, departments, state));
    }

    /** A plan of a table that lists everybody. */
    Plan plan(String table) {
        return plans.planCsv(ORG, POSTMASTER, table.getBytes(StandardCharsets.UTF_8), Encoding.AUTO, true);
    }

    /** The same, applied. */
    Plan applied(String table) throws IOException {
        return plans.apply(ORG, POSTMASTER, plan(table).id(), true);
    }

    /** The details of all entries of a type. */
    List<Map<String, String>> logged(String type) {
        return log.stream()
                .filter(entry -> entry.type().equals(type))
                .map(Entry::detail)
                .toList();
    }

    /** The account that has that address; there must be one. */
    Account at(String address) {
        return members.byAddress(ORG, address).orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }
}
