package org.muniment.server.setup;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.server.database.Database;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.Passwords;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Role;
import org.muniment.server.database.SetUpDrafts;
import org.muniment.server.database.Ulid;
import org.muniment.server.home.Home;
import org.muniment.server.home.HomeInUseException;
import org.muniment.server.home.MasterKeyFile;
import org.muniment.server.settings.Settings;
import org.muniment.server.setup.SetUpRequest.NewPerson;

/**
 * Makes an organisation out of an empty home: the master key, the organisation, its first people. Archiving is off
 * afterwards. Everything happens or nothing; a second set-up is refused.
 *
 * <p>Works in a running server and, by {@link #direct}, without one.
 */
public final class SetUp {
    private final Database database;
    private final Settings settings;
    private final Passwords passwords;
    private final InstantSource clock;

    public SetUp(Database database, Settings settings, Passwords passwords, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Sets up a home that no server is running on; the first server that runs on it logs who did it.
     *
     * @param who as the archive log names it: {@code os:<user>}
     * @throws HomeInUseException if a server is running on it; it has to be asked instead
     */
    public static Organisation direct(Settings settings, SetUpRequest request, String who)
            throws IOException, HomeInUseException, SetUpRefusedException, AlreadySetUpException {
        SetUpCheck.check(request);
        var home = new Home(settings.home());
        home.prepare();
        try (var _ = home.lock();
                var database = Database.open(home)) {
            return new SetUp(database, settings, new Passwords(), InstantSource.system()).run(request, who);
        }
    }

    /**
     * Sets up.
     *
     * @param who as the archive log names it
     * @throws SetUpRefusedException if something of the request cannot be used
     * @throws AlreadySetUpException if there is an organisation
     */
    public synchronized Organisation run(SetUpRequest request, String who)
            throws IOException, SetUpRefusedException, AlreadySetUpException {
        SetUpCheck.check(request);
        Optional<Organisation> present = new Organisations(database).first();
        if (present.isPresent()) {
            throw new AlreadySetUpException(present.get().name());
        }
        new MasterKeyFile(settings.keys().masterKeyFile()).ensure();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Organisation organisation = organisation(request, who, now);
        List<Person> people = people(request, organisation.id(), now);
        database.inTransaction(() -> {
            new Organisations(database).add(organisation, otherForms(request.domains()));
            people.forEach(new People(database)::add);
            new SetUpDrafts(database).remove();
        });
        database.sync();
        return organisation;
    }

    private Organisation organisation(SetUpRequest request, String who, Instant now) {
        Integer years = request.retentionYears();
        return new Organisation(
                Ulid.next("org", now),
                request.organisation().strip(),
                years == null ? settings.storage().retentionYears() : years,
                request.secondFactor(),
                domains(request.domains()),
                Organisation.Terms.unlimited(),
                now,
                who);
    }

    /** All forms of each domain: mail may carry any of them. */
    static List<String> domains(List<String> given) {
        var domains = new LinkedHashSet<String>();
        given.forEach(
                text -> domains.addAll(MailNames.forms(MailNames.domain(text).orElseThrow())));
        return List.copyOf(domains);
    }

    /** To every further form of a domain the one that was given first: it stands for that, as one mailbox is under both. */
    static Map<String, String> otherForms(List<String> given) {
        Map<String, String> others = new HashMap<>();
        Set<String> homes = new HashSet<>();
        for (String text : given) {
            String domain = MailNames.domain(text).orElseThrow();
            if (!others.containsKey(domain) && homes.add(domain)) {
                MailNames.forms(domain).stream()
                        .filter(form -> !homes.contains(form))
                        .forEach(form -> others.put(form, domain));
            }
        }
        return others;
    }

    private List<Person> people(SetUpRequest request, String organisation, Instant now) {
        if (request.isOnePerson()) {
            return List.of(person(
                    request.postmaster(),
                    organisation,
                    EnumSet.of(Role.OPERATOR, Role.POSTMASTER, Role.ARCHIVE_ADMINISTRATOR),
                    now));
        }
        return List.of(
                person(request.postmaster(), organisation, EnumSet.of(Role.OPERATOR, Role.POSTMASTER), now),
                person(request.archiveAdministrator(), organisation, EnumSet.of(Role.ARCHIVE_ADMINISTRATOR), now));
    }

    private Person person(NewPerson person, String organisation, Set<Role> roles, Instant now) {
        String address = MailNames.address(person.address()).orElseThrow();
        return new Person(Ulid.next("adm", now), organisation, address, passwords.hash(person.password()), roles, now);
    }
}
