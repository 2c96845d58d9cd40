package org.muniment.server.setup;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.Passwords;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Role;
import org.muniment.server.database.Ulid;
import org.muniment.server.language.Message;
import org.muniment.server.settings.Settings;
import org.muniment.server.setup.SetUpPart.Who;
import org.muniment.server.setup.SetUpRefusedException.Fault;

/**
 * What operators do: make further organisations and set what was agreed with them. Everything is logged before it is
 * done, in the default organisation's archive and in that of the organisation itself. Thread-safe.
 */
public final class Operating {
    /** Each has a store, an index and keys of its own that are open all the time. */
    static final int MOST = 200;

    private static final int MOST_SEATS = 10_000_000;
    private static final String CREATE = "organisation.create";
    private static final String FAILED = "organisation.failed";
    private static final String CHANGE = "organisation.change";

    private final OpenArchives archives;
    private final Database database;
    private final Settings settings;
    private final Passwords passwords;
    private final InstantSource clock;

    public Operating(
            OpenArchives archives, Database database, Settings settings, Passwords passwords, InstantSource clock) {
        this.archives = archives;
        this.database = database;
        this.settings = settings;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Makes an organisation, with store and keys, and opens its archive; archiving is off. After a crash it is there
     * whole, or not at all.
     *
     * @throws SetUpRefusedException with everything that is wrong; nothing was changed then
     * @throws IOException if it cannot be logged, or its archive cannot be made; it is not there then
     */
    public synchronized Organisation found(NewOrganisation asked, Actor actor)
            throws IOException, SetUpRefusedException {
        check(asked);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Organisation organisation = organisation(asked, actor, now);
        String address = MailNames.address(asked.postmaster().address()).orElseThrow();
        Person postmaster = new Person(
                Ulid.next("adm", now),
                organisation.id(),
                address,
                passwords.hash(asked.postmaster().password()),
                Set.of(Role.POSTMASTER),
                now);
        archives.first().archive().log(actor, CREATE, created(organisation, address, asked.reason()));
        try {
            database.inTransaction(() -> {
                new Organisations(database).add(organisation, SetUp.otherForms(asked.domains()));
                new People(database).add(postmaster);
            });
            database.sync();
            archives.open(); // a crash from here on: the next start opens whatever the database names
        } catch (IOException | RuntimeException e) {
            takeBack(organisation, actor, e);
            throw e;
        }
        return organisation;
    }

    /** The log says already that it was made. */
    private void takeBack(Organisation organisation, Actor actor, Exception why) {
        if (archives.find(organisation.id()).isPresent()) {
            return; // only whoever follows the opening of archives failed
        }
        try {
            database.inTransaction(() -> new Organisations(database).removeUnopened(organisation.id()));
            archives.first()
                    .archive()
                    .log(
                            actor,
                            FAILED,
                            Map.of(
                                    "object", organisation.id(),
                                    "name", organisation.name(),
                                    "problem", problem(why)));
            database.sync();
        } catch (IOException | RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /** Our own sentence; what a database says may quote what was to be written. */
    private static String problem(Exception why) {
        String sentence = why instanceof IOException ? why.getMessage() : null;
        return sentence == null ? why.getClass().getSimpleName() : sentence;
    }

    private Organisation organisation(NewOrganisation asked, Actor actor, Instant now) {
        Integer years = asked.retentionYears();
        return new Organisation(
                Ulid.next("org", now),
                asked.name().strip(),
                years == null ? settings.storage().retentionYears() : years,
                archives.first().organisation().secondFactor(),
                SetUp.domains(asked.domains()),
                new Organisation.Terms(asked.seats(), asked.serviceEnds(), Organisation.Mode.WHOLE_DOMAIN),
                now,
                actor.name());
    }

    private static Map<String, String> created(Organisation organisation, String postmaster, String reason) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("object", organisation.id());
        detail.put("reason", reason);
        detail.put("name", organisation.name());
        detail.put("domains", String.join(" ", organisation.domains()));
        detail.put("seats", shown(organisation.terms().seats()));
        detail.put("service_ends", shown(organisation.terms().serviceEnds()));
        detail.put("retention_years", Integer.toString(organisation.retentionYears()));
        detail.put("postmaster", postmaster);
        return detail;
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private void check(NewOrganisation asked) throws SetUpRefusedException {
        List<Fault> faults = new ArrayList<>();
        var who = new Who(asked.postmaster().address(), asked.postmaster().password());
        try {
            SetUpCheck.check(new SetUpPart(asked.name(), asked.domains(), who, null, asked.retentionYears()));
        } catch (SetUpRefusedException e) {
            e.faults().forEach(fault -> faults.add(renamed(fault)));
        }
        terms(asked.seats(), asked.serviceEnds(), faults);
        if (faults.isEmpty()) {
            domainsAreFree(asked.domains(), faults);
            addressIsFree(asked.postmaster().address(), faults);
        }
        if (faults.isEmpty() && archives.all().size() >= MOST) {
            faults.add(new Fault("/name", Message.of("organisations.most", MOST)));
        }
        if (!faults.isEmpty()) {
            throw new SetUpRefusedException(faults);
        }
    }

    /** Here the name is called as the field of this request is. */
    private static Fault renamed(Fault fault) {
        return fault.pointer().equals("/organisation") ? new Fault("/name", fault.sentence()) : fault;
    }

    private void terms(@Nullable Integer seats, @Nullable LocalDate ends, List<Fault> faults) {
        if (seats != null && (seats < 1 || seats > MOST_SEATS)) {
            faults.add(new Fault("/seats", Message.of("organisations.seats", MOST_SEATS, seats)));
        }
        if (ends != null && ends.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            faults.add(new Fault("/service_ends", Message.of("organisations.past", ends)));
        }
    }

    private void domainsAreFree(List<String> domains, List<Fault> faults) {
        for (int i = 0; i < domains.size(); i++) {
            for (String form : SetUp.domains(List.of(domains.get(i)))) {
                Optional<String> owner = new Organisations(database).ownerOf(form);
                if (owner.isPresent()) {
                    faults.add(new Fault("/domains/" + i, Message.of("organisations.domain-taken", form, owner.get())));
                    break;
                }
            }
        }
    }

    private void addressIsFree(String address, List<Fault> faults) {
        String name = MailNames.address(address).orElseThrow();
        if (new People(database).find(name).isPresent()) {
            faults.add(new Fault("/postmaster/address", Message.of("organisations.address-taken", name)));
        }
    }

    /**
     * Sets what was agreed with an organisation; a new retention counts for mail that comes from then on.
     *
     * @param change makes the new terms of those that are; it is asked while nobody else changes them
     * @return the organisation as it is now; empty if there is none of that id
     * @throws SetUpRefusedException with everything that is wrong; nothing was changed then
     */
    public synchronized Optional<Organisation> change(String id, Change change, String reason, Actor actor)
            throws IOException, SetUpRefusedException {
        Optional<OpenArchives.Opened> opened = archives.find(id);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        Organisation before = opened.get().organisation();
        OrganisationTerms now = terms(before);
        OrganisationTerms wanted = change.of(now);
        check(wanted, now);
        if (!wanted.equals(now)) {
            log(opened.get(), actor, changed(id, reason, now, wanted));
            new Organisations(database)
                    .set(id, wanted.name().strip(), wanted.seats(), wanted.serviceEnds(), wanted.retentionYears());
            archives.refresh(id); // what is committed counts, whether or not it can be synced
            database.sync();
        }
        return Optional.of(opened.get().organisation());
    }

    /** Makes new terms of those that are. */
    @FunctionalInterface
    public interface Change {
        OrganisationTerms of(OrganisationTerms now);
    }

    private static OrganisationTerms terms(Organisation organisation) {
        return new OrganisationTerms(
                organisation.name(),
                organisation.terms().seats(),
                organisation.terms().serviceEnds(),
                organisation.retentionYears());
    }

    private void check(OrganisationTerms wanted, OrganisationTerms now) throws SetUpRefusedException {
        List<Fault> faults = new ArrayList<>();
        try {
            SetUpCheck.check(new SetUpPart(wanted.name(), null, null, null, wanted.retentionYears()));
        } catch (SetUpRefusedException e) {
            e.faults().forEach(fault -> faults.add(renamed(fault)));
        }
        boolean sameEnd = Objects.equals(wanted.serviceEnds(), now.serviceEnds()); // what has ended may stay ended
        terms(wanted.seats(), sameEnd ? null : wanted.serviceEnds(), faults);
        if (!faults.isEmpty()) {
            throw new SetUpRefusedException(faults);
        }
    }

    /** In the archive of the organisation, and in that of those who operate. */
    private void log(OpenArchives.Opened organisation, Actor actor, Map<String, String> detail) throws IOException {
        OpenArchives.Opened first = archives.first();
        first.archive().log(actor, CHANGE, detail);
        if (!first.organisation().id().equals(organisation.organisation().id())) {
            organisation.archive().log(actor, CHANGE, detail);
        }
    }

    private static Map<String, String> changed(
            String id, String reason, OrganisationTerms before, OrganisationTerms after) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("object", id);
        detail.put("reason", reason);
        detail.put("name", before.name());
        differ(detail, "name", before.name(), after.name());
        differ(detail, "seats", before.seats(), after.seats());
        differ(detail, "service_ends", before.serviceEnds(), after.serviceEnds());
        differ(detail, "retention_years", before.retentionYears(), after.retentionYears());
        return detail;
    }

    private static void differ(
            Map<String, String> detail, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            detail.put("before." + field, shown(before));
            detail.put("after." + field, shown(after));
        }
    }
}
