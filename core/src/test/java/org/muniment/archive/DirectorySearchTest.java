package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.ArchiveFixture.ALWAYS;
import static org.muniment.archive.ArchiveFixture.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.evidence.Disk;
import org.muniment.index.Expansion.Holding;
import org.muniment.index.Hit;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.store.RecordId;
import org.muniment.store.Store;

/** Searches by account and by department over a real archive: what is found, logged, and found again later. */
class DirectorySearchTest {
    private static final Instant SENT = Instant.parse("2026-03-02T10:00:00Z"); // every mail of the fixture

    @TempDir
    Path home;

    private final People people = new People();
    private Archive archive;
    private ArchiveSession session;

    /** A directory that keeps memberships with the dates on which they were changed. */
    private static final class People implements Directory {
        private final Map<String, List<Holding>> departments = new ConcurrentHashMap<>();
        private final Map<String, List<Holding>> aliases = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<Holding>> aliases(Set<String> accounts, Instant asOf) {
            return aliases;
        }

        @Override
        public List<Holding> members(String reference, boolean below, Instant asOf) throws UnknownDepartmentException {
            List<Holding> kept = departments.get(reference);
            if (kept == null) {
                throw new UnknownDepartmentException(reference);
            }
            return kept;
        }
    }

    @BeforeEach
    void open() throws IOException {
        Archive.Settings plain = ArchiveFixture.settings(home, () -> new Rules(true, Set.of("example.org")));
        archive = Archives.open(new Archive.Settings(
                plain.home(),
                plain.organisation(),
                plain.keys(),
                plain.keysCopy(),
                plain.masterKey(),
                plain.rules(),
                plain.retentionYears(),
                plain.reserveBytes(),
                people));
        session = ArchiveFixture.admin(archive);
    }

    @AfterEach
    void close() throws IOException {
        archive.close();
    }

    private SearchRun found(String query) throws QuerySyntaxException, IOException {
        ArchiveFixture.awaitIndexed(archive);
        return session.search(query, ALWAYS, 1);
    }

    private static Holding always(String address) {
        return new Holding(address, null, null);
    }

    private static List<String> subjects(SearchRun run) {
        return run.hits().stream().map(Hit::subject).toList();
    }

    @Test
    void accountFindsTheEnvelopesRecipientOfALaterCopy() throws Exception {
        String text = mail("minutes", "of the meeting");
        ArchiveFixture.deliver(archive, text, "bob@example.org");
        ArchiveFixture.awaitIndexed(archive);
        assertThat(found("account:hidden@example.org").total()).isZero();

        Outcome copy = ArchiveFixture.deliver(archive, text, "hidden@example.org");

        assertThat(copy).isInstanceOf(Outcome.Merged.class);
        assertThat(subjects(found("account:hidden@example.org"))).containsExactly("minutes");
        assertThat(subjects(found("account:bob@example.org"))).containsExactly("minutes");
        assertThat(subjects(found("account:ada@example.net"))).containsExactly("minutes");
    }

    @Test
    void accountFindsMailToAnotherAddressOfTheSamePerson() throws Exception {
        ArchiveFixture.deliver(archive, mail("minutes", "x"), "robert@example.org");
        people.aliases.put("b@example.org", List.of(always("robert@example.org")));

        SearchRun run = found("account:b@example.org");

        assertThat(subjects(run)).containsExactly("minutes");
        assertThat(run.query()).isEqualTo("account:b@example.org");
    }

    @Test
    void addressCountsOnlyWhileItIsThePersons() throws Exception {
        ArchiveFixture.deliver(archive, mail("minutes", "x"), "info@example.org");
        people.aliases.put("before@example.org", List.of(new Holding("info@example.org", null, SENT)));
        people.aliases.put("then@example.org", List.of(new Holding("info@example.org", SENT, null)));

        assertThat(subjects(found("account:before@example.org"))).isEmpty();
        assertThat(subjects(found("account:then@example.org"))).containsExactly("minutes");
    }

    @Test
    void departmentFindsMailOfWhoWasInItWhenTheMailWasSent() throws Exception {
        ArchiveFixture.deliver(archive, mail("minutes", "x"), "hidden@example.org");
        people.departments.put("Sales", List.of(new Holding("hidden@example.org", SENT.minusSeconds(60), null)));
        people.departments.put("Law", List.of(new Holding("hidden@example.org", SENT.plusSeconds(60), null)));
        people.departments.put(
                "Board", List.of(new Holding("hidden@example.org", SENT.minusSeconds(60), SENT.plusSeconds(1))));

        assertThat(subjects(found("dept:Sales"))).containsExactly("minutes");
        assertThat(subjects(found("dept:Law"))).isEmpty();
        assertThat(subjects(found("dept.now:Law"))).containsExactly("minutes");
        assertThat(subjects(found("dept:Board"))).containsExactly("minutes");
        assertThat(subjects(found("dept.now:Board"))).isEmpty();
    }

    @Test
    void mailOfMachinesIsFoundByItsLabel() throws Exception {
        ArchiveFixture.deliver(archive, mail("minutes", "x"), "bob@example.org");
        ArchiveFixture.deliver(
                archive, "Auto-Submitted: auto-replied\r\nX-Spam-Flag: YES\r\n" + mail("away", "x"), "bob@example.org");

        assertThat(subjects(found("is:autoreply"))).containsExactly("away");
        assertThat(subjects(found("is:spam"))).containsExactly("away");
        assertThat(subjects(found("-is:autoreply"))).containsExactly("minutes");
        assertThat(subjects(found("is:system OR is:forwarded"))).isEmpty();
    }

    @Test
    void departmentThatIsNotThereIsNamedAtItsPlace() {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> found("minutes dept:Nowhere/*"))
                .withMessage("there is no department `Nowhere` (position 14)")
                .satisfies(e -> assertThat(e.position()).isEqualTo(14));
    }

    @Test
    void pagesOfARunMeanThePeopleOfItsTime() throws Exception {
        ArchiveFixture.deliver(archive, mail("first", "x"), "ada@example.org");
        ArchiveFixture.deliver(archive, mail("second", "x"), "bob@example.org");
        List<Holding> members = new ArrayList<>();
        members.add(always("ada@example.org"));
        members.add(always("bob@example.org"));
        people.departments.put("Sales", members);
        SearchRun run = found("dept.now:Sales");
        assertThat(run.total()).isEqualTo(2);

        // as a synchronisation does it afterwards: one leaves, another comes, both on a date
        Instant later = run.asOf().plusSeconds(60);
        people.departments.put(
                "Sales",
                List.of(
                        always("ada@example.org"),
                        new Holding("bob@example.org", null, later),
                        new Holding("eve@example.org", later, null)));

        SearchRun next = session.page(run.id(), 10, run.next());
        assertThat(next.total()).isEqualTo(2);
        assertThat(subjects(run)).containsExactly("second");
        assertThat(subjects(next)).containsExactly("first");
        assertThat(session.exportRun(run.id()).size()).isEqualTo(2);
    }

    @Test
    void runWhosePeopleAreNotKnownAnyMoreIsRefusedAndNotAnsweredOtherwise() throws Exception {
        ArchiveFixture.deliver(archive, mail("first", "x"), "ada@example.org");
        people.departments.put("Sales", List.of(always("ada@example.org")));
        people.departments.put("Law", List.of());
        SearchRun run = found("dept:Sales OR dept:Law");

        people.departments.put("Law", List.of(always("bob@example.org"))); // history rewritten

        assertThatThrownBy(() -> session.page(run.id(), 10, null)).isInstanceOf(DirectoryChangedException.class);
        people.departments.remove("Law");
        assertThatThrownBy(() -> session.exportRun(run.id()))
                .isInstanceOf(DirectoryChangedException.class)
                .hasMessageContaining("run it again");
        people.departments.put("Law", List.of());
        assertThat(session.page(run.id(), 10, null).total()).isEqualTo(1);
    }

    @Test
    void logKeepsTheQueryAsTypedAndHowManyWereMeant() throws Exception {
        ArchiveFixture.deliver(archive, mail("first", "x"), "ada@example.org");
        people.departments.put("Sales", List.of(always("ada@example.org"), new Holding("bob@example.org", null, SENT)));
        people.aliases.put("ada@example.org", List.of(always("a@example.org")));
        SearchRun run = found("dept:Sales OR account:ada@example.org");
        assertThat(run.query()).isEqualTo("dept:Sales OR account:ada@example.org");
        archive.close();

        List<String> detail;
        Archive.Settings settings = ArchiveFixture.settings(home, () -> new Rules(true, Set.of()));
        try (Store store = Store.open(LocalArchive.storeSettings(settings, Disk.real()))) {
            Meta meta = Meta.decode(
                    store.read(RecordId.parse(run.id())).orElseThrow().meta());
            detail = meta.texts(Meta.Tag.DETAIL);
        }

        assertThat(detail)
                .contains("query=dept:Sales OR account:ada@example.org", "directory.addresses=3")
                .anyMatch(line -> line.startsWith(
                        "directory.as_of=" + run.asOf().toString().substring(0, 10)))
                .anyMatch(line -> line.matches("directory\\.digest=[0-9a-f]{64}"));
        archive = ArchiveFixture.open(home);
    }
}
