package org.muniment.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.server.directory.OneDirectory.ORG;
import static org.muniment.server.directory.OneDirectory.OTHER;
import static org.muniment.server.directory.OneDirectory.POSTMASTER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.directory.MemberLookup.When;

class DirectoryTest {
    @TempDir
    private Path home;

    private OneDirectory directory;

    @BeforeEach
    void open() throws IOException {
        directory = OneDirectory.make(home);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    private List<String> addresses(List<String> departments, boolean below, When when) {
        return directory.lookup.accountsOf(ORG, departments, below, when).stream()
                .map(AddressSpan::address)
                .sorted()
                .toList();
    }

    @Test
    void aDepartmentKnowsWhoWasThereThenAndWhoIsThereNow() throws IOException {
        String sales = directory.department("Sales");
        String north = directory.department("Sales/North");
        String legal = directory.department("Legal");
        Account ada = directory.account("ada@example.org", north);
        Account bob = directory.account("bob@example.org", north);
        Instant moved = directory.days(30);
        directory.change(ada, null, List.of(legal));

        assertThat(addresses(List.of(sales), true, When.NOW)).containsExactly("bob@example.org");
        assertThat(addresses(List.of(sales), false, When.NOW)).isEmpty();
        assertThat(directory.lookup.accountsOf(ORG, List.of(sales), true, When.AT_TIME))
                .containsExactlyInAnyOrder(
                        new AddressSpan("ada@example.org", ada.id(), null, moved),
                        new AddressSpan("bob@example.org", bob.id(), null, null));
        assertThat(directory.lookup.accountsOf(ORG, List.of(legal), true, When.AT_TIME))
                .containsExactly(new AddressSpan("ada@example.org", ada.id(), moved, null));
        assertThat(directory.lookup.departmentsOf(ORG, "ada@example.org", moved.minusSeconds(1)))
                .containsExactly(north);
        assertThat(directory.lookup.departmentsOf(ORG, "ada@example.org", moved))
                .containsExactly(legal);
        assertThat(directory.members.memberships(ORG, ada.id()))
                .containsExactly(
                        new Membership(ada.id(), legal, moved, null), new Membership(ada.id(), north, null, moved));
    }

    @Test
    void whoeverLeavesStaysKnownAndComesBackWhereSheWas() throws IOException {
        String legal = directory.department("Legal");
        Account ada = directory.account("ada@example.org", legal);
        Instant left = directory.days(10);
        Account gone = directory.change(ada, AccountState.DELETED, null);

        assertThat(gone.departments()).as("where she was last").containsExactly(legal);
        assertThat(gone.stateSince()).isEqualTo(left);
        assertThat(directory.members.counts(ORG).direct(legal)).isZero();
        assertThat(addresses(List.of(legal), true, When.NOW)).isEmpty();
        assertThat(addresses(List.of(legal), true, When.AT_TIME)).containsExactly("ada@example.org");
        assertThat(directory.lookup.states(ORG)).containsEntry("ada@example.org", AccountState.DELETED);
        var inLegal = new Members.Filter("", Set.of(legal), Set.of(AccountState.DELETED), Set.of());
        assertThat(directory.members.accounts(ORG, inLegal, null, 10).accounts())
                .extracting(Account::address)
                .containsExactly("ada@example.org");

        Instant back = directory.days(10);
        Account again = directory.change(gone, AccountState.ACTIVE, null);
        assertThat(again.departments()).containsExactly(legal);
        assertThat(directory.lookup.accountsOf(ORG, List.of(legal), true, When.AT_TIME))
                .containsExactly(
                        new AddressSpan("ada@example.org", ada.id(), null, left),
                        new AddressSpan("ada@example.org", ada.id(), back, null));
    }

    @Test
    void aMergedDepartmentGivesItsPeopleAndKeepsItsHistory() throws IOException {
        String north = directory.department("Sales/North");
        String oslo = directory.department("Sales/North/Oslo");
        String south = directory.department("Sales/South");
        Account ada = directory.account("ada@example.org", north);
        directory.account("eve@example.org", oslo);
        Account both = directory.account("both@example.org", north, south);
        Instant merged = directory.days(5);
        directory.departments.merge(ORG, POSTMASTER, north, south);

        DepartmentTree tree = directory.members.tree(ORG);
        assertThat(tree.pathText(oslo)).isEqualTo("Sales/South/Oslo");
        assertThat(tree.find(north).orElseThrow().closed()).isEqualTo(merged);
        assertThat(tree.pathText(north)).isEqualTo("Sales/South/North");
        assertThat(addresses(List.of(south), false, When.NOW)).containsExactly("ada@example.org", "both@example.org");
        assertThat(directory.lookup.departmentsOf(ORG, "ada@example.org", merged.minusSeconds(1)))
                .containsExactly(north);
        assertThat(directory.lookup.departmentsOf(ORG, "both@example.org", merged))
                .containsExactly(south);
        assertThat(directory.members.find(ORG, both.id()).orElseThrow().departments())
                .containsExactly(south);
        assertThat(addresses(List.of(north), false, When.AT_TIME))
                .containsExactly("ada@example.org", "both@example.org");
        assertThat(directory.members.counts(ORG).within(directory.department("Sales")))
                .isEqualTo(3);
        assertThatThrownBy(() -> directory.departments.change(ORG, POSTMASTER, north, "East", null))
                .hasMessageContaining("merged");
        assertThat(ada.departments()).containsExactly(north);
    }

    @Test
    void theTreeHasNoCyclesNoTwinsAndABottom() throws IOException {
        String a = directory.department("A");
        String b = directory.department("A/B");
        String c = directory.department("A/B/C");
        for (String below : List.of(a, b, c)) {
            assertThatThrownBy(() -> directory.departments.change(ORG, POSTMASTER, a, null, below))
                    .hasMessageContaining("below itself");
        }
        assertThatThrownBy(() -> directory.departments.merge(ORG, POSTMASTER, a, c))
                .hasMessageContaining("below itself");
        assertThatThrownBy(() -> directory.departments.add(ORG, POSTMASTER, a, " b "))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> directory.departments.add(ORG, POSTMASTER, null, "x/y"))
                .hasMessageContaining("no slash");
        assertThatThrownBy(() -> directory.departments.add(ORG, POSTMASTER, null, "x\u202Ey"))
                .hasMessageContaining("can be seen");
        assertThatThrownBy(() -> directory.departments.add(ORG, POSTMASTER, "dept_none", "x"))
                .hasMessageContaining("dept_none");
        String deepest = directory.department("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16");
        assertThatThrownBy(() -> directory.departments.add(ORG, POSTMASTER, deepest, "17"))
                .hasMessageContaining("At most 16");
        assertThatThrownBy(() -> directory.departments.change(
                        ORG, POSTMASTER, a, null, directory.department("1/2/3/4/5/6/7/8/9/10/11/12/13/14")))
                .hasMessageContaining("At most 16");
        directory.departments.change(ORG, POSTMASTER, c, "C2", "");
        assertThat(directory.members.tree(ORG).pathText(c)).isEqualTo("C2");
    }

    @Test
    void nothingOfAnotherOrganisationIsKnown() throws IOException {
        String legal = directory.department("Legal");
        Account ada = directory.account("ada@example.org", legal);
        assertThat(directory.members.find(OTHER, ada.id())).isEmpty();
        assertThat(directory.members.tree(OTHER).find(legal)).isEmpty();
        assertThat(directory.lookup.accountsOf(OTHER, List.of(legal), true, When.AT_TIME))
                .isEmpty();
        assertThat(directory.lookup.departmentsOf(OTHER, "ada@example.org", directory.now))
                .isEmpty();
        assertThat(directory.lookup.states(OTHER)).isEmpty();
        assertThat(directory.members.suggest(OTHER, "ada", 10)).isEmpty();
        assertThatThrownBy(() -> directory.departments.change(OTHER, POSTMASTER, legal, "x", null))
                .isInstanceOf(MemberRefusedException.class);
        assertThatThrownBy(() -> directory.changes.adopt(OTHER, POSTMASTER, List.of("x@other.example"), legal))
                .isInstanceOf(MemberRefusedException.class);
        assertThatThrownBy(() -> directory.changes.adopt(OTHER, POSTMASTER, List.of("x@example.org"), null))
                .hasMessageContaining("no domain of this organisation");
    }

    @Test
    void everyChangeIsLoggedBeforeItIsMadeOrNotMade() throws IOException {
        String legal = directory.department("Legal");
        Account ada = directory.account("ada@example.org");
        directory.log.clear();
        directory.told.clear();
        directory.change(ada, AccountState.DISABLED, List.of(legal));
        assertThat(directory.log).hasSize(1);
        assertThat(directory.log.getFirst().type()).isEqualTo("directory.account_change");
        assertThat(directory.log.getFirst().detail())
                .containsEntry("object", ada.id())
                .containsEntry("before.state", "active")
                .containsEntry("after.state", "disabled")
                .containsEntry("before.departments", "")
                .containsEntry("after.departments", "Legal")
                .doesNotContainKey("after.name");
        assertThat(directory.told).containsExactly(ORG);
        directory.change(ada, AccountState.DISABLED, List.of(legal));
        assertThat(directory.log).as("nothing changed").hasSize(1);

        directory.logFails = true;
        long revision = directory.lookup.revision(ORG);
        assertThatThrownBy(() -> directory.change(ada, AccountState.ACTIVE, List.of()))
                .isInstanceOf(IOException.class);
        assertThat(directory.members.find(ORG, ada.id()).orElseThrow().state()).isEqualTo(AccountState.DISABLED);
        assertThat(directory.lookup.revision(ORG)).isEqualTo(revision);
    }

    @Test
    void whatIsInTheLogAndCouldNotBeMadeIsInTheLogAsFailed() throws IOException {
        directory.whenLogged = type -> {
            if (type.equals("directory.domain_add")) {
                directory.whenLogged = _ -> {};
                takeByOther();
            }
        };
        assertThatThrownBy(() -> directory.domains.add(ORG, POSTMASTER, "both.example", null))
                .isInstanceOf(MemberRefusedException.class)
                .hasMessageContaining("both.example is in use");
        assertThat(directory.domains.names(ORG)).containsExactly("example.org");
        assertThat(directory.log).extracting(OneDirectory.Entry::organisation).containsExactly(ORG, OTHER, ORG);
        assertThat(directory.log.getLast().type()).isEqualTo("directory.change_failed");
        assertThat(directory.log.getLast().detail())
                .containsEntry("object", "both.example")
                .containsEntry("failed", "directory.domain_add");
        long revision = directory.lookup.revision(ORG);
        directory.told.clear();
        directory.whenLogged = _ -> directory.logFails = true;
        assertThatThrownBy(() -> directory.door.change(
                        ORG,
                        POSTMASTER,
                        () -> new Change<>("directory.adopt", Map.of(), () -> {
                            throw new IllegalStateException("the database is gone");
                        })))
                .isInstanceOf(IllegalStateException.class)
                .hasSuppressedException(new IOException("the log is out of order"));
        assertThat(directory.lookup.revision(ORG)).isEqualTo(revision);
        assertThat(directory.told).isEmpty();
    }

    private void takeByOther() {
        try {
            directory.domains.add(OTHER, POSTMASTER, "both.example", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theLogSaysWhichAliasesCameAndWentHoweverManyThereAre() throws IOException {
        List<String> many = IntStream.range(0, 49)
                .mapToObj(i -> "one-of-many-names-" + i + "@example.org")
                .toList();
        Account ada = directory.account("ada@example.org");
        directory.changes.change(ORG, POSTMASTER, ada.id(), new AccountChange(null, null, many, null, null));
        assertThat(directory.log.getLast().detail().get("aliases_added")).isEqualTo(String.join(" ", many));
        List<String> others = new ArrayList<>(many.subList(0, 48));
        others.add("other@example.org");
        directory.changes.change(ORG, POSTMASTER, ada.id(), new AccountChange(null, null, others, null, null));
        assertThat(directory.log.getLast().detail())
                .containsEntry("aliases_added", "other@example.org")
                .containsEntry("aliases_removed", "one-of-many-names-48@example.org")
                .doesNotContainKey("departments_added");
        directory.changes.adopt(ORG, POSTMASTER, many.subList(48, 49), null);
        List<String> adopted =
                IntStream.range(0, 30).mapToObj(i -> "p" + i + "@example.org").toList();
        directory.changes.adopt(ORG, POSTMASTER, adopted, null);
        assertThat(directory.log.getLast().detail()).containsEntry("addresses", String.join(" ", adopted));
    }

    @Test
    void aDepartmentIsFoundHoweverItsNameIsWrittenAndNoClosedOneIs() throws IOException {
        String sales = directory.department("Sales");
        String north = directory.department("Sales/North");
        directory.departments.merge(ORG, POSTMASTER, north, sales);
        DepartmentTree tree = directory.members.tree(ORG);
        assertThat(tree.child(null, "  ｓａｌｅｓ ")).map(Department::id).contains(sales);
        assertThat(tree.child(sales, "North")).isEmpty();
        assertThat(tree.child("dept_none", "North")).isEmpty();
        String again = directory.department("Sales/north");
        assertThat(directory.members.tree(ORG).at(List.of("SALES", "NORTH")))
                .map(Department::id)
                .contains(again);
    }

    @Test
    void anAddressHasOneOwnerAtATimeAndItsFirstOneFromTheBeginning() throws IOException {
        String legal = directory.department("Legal");
        Account ada = directory.account("ada@example.org", legal);
        Account bob = directory.account("bob@example.org");
        var takes = new AccountChange(null, null, List.of("Sales@Example.org"), null, null);
        directory.changes.change(ORG, POSTMASTER, ada.id(), takes);
        assertThatThrownBy(() -> directory.changes.change(ORG, POSTMASTER, bob.id(), takes))
                .hasMessageContaining("sales@example.org belongs to");
        Instant given = directory.days(3);
        directory.changes.change(ORG, POSTMASTER, ada.id(), new AccountChange(null, null, List.of(), null, null));
        directory.changes.change(ORG, POSTMASTER, bob.id(), takes);
        assertThat(directory.members.addresses(ORG, ada.id()))
                .contains(new AddressSpan("sales@example.org", ada.id(), null, given));
        assertThat(directory.members.addresses(ORG, bob.id()))
                .contains(new AddressSpan("sales@example.org", bob.id(), given, null));
        assertThat(directory.lookup.departmentsOf(ORG, "sales@example.org", given.minusSeconds(1)))
                .containsExactly(legal);
        assertThat(directory.lookup.departmentsOf(ORG, "sales@example.org", given))
                .isEmpty();
    }

    @Test
    void anAliasDomainHasTheMailboxesOfItsDomain() throws IOException {
        String legal = directory.department("Legal");
        directory.account("ada@example.org", legal);
        directory.domains.add(ORG, POSTMASTER, "Alias.Example", "example.org");
        assertThat(addresses(List.of(legal), true, When.NOW)).containsExactly("ada@alias.example", "ada@example.org");
        assertThat(directory.lookup.departmentsOf(ORG, "ada@alias.example", directory.now))
                .containsExactly(legal);
        assertThat(directory.lookup.account(ORG, "ada@alias.example")).isPresent();
        assertThat(directory.lookup.states(ORG)).containsKeys("ada@alias.example", "ada@example.org");

        assertThatThrownBy(() -> directory.domains.add(OTHER, POSTMASTER, "alias.example", null))
                .hasMessageContaining("in use");
        assertThatThrownBy(() -> directory.domains.add(ORG, POSTMASTER, "x.example", "alias.example"))
                .hasMessageContaining("mailboxes of its own");
        assertThatThrownBy(() -> directory.domains.remove(ORG, POSTMASTER, "example.org"))
                .hasMessageContaining("1 accounts");
        assertThatThrownBy(() -> directory.domains.remove(ORG, POSTMASTER, "other.example"))
                .hasMessageContaining("no domain of this organisation");
        assertThatThrownBy(() -> directory.domains.remove(OTHER, POSTMASTER, "other.example"))
                .hasMessageContaining("last domain");
        directory.domains.remove(ORG, POSTMASTER, "alias.example");
        assertThat(directory.domains.names(ORG)).containsExactly("example.org");
    }

    @Test
    void aDomainBeyondAsciiIsTakenInBothFormsAndGoesInBoth() throws IOException {
        directory.domains.add(ORG, POSTMASTER, "Bücher.example", null);
        assertThat(directory.domains.list(ORG))
                .contains(
                        new MailDomain("bücher.example", null, 0),
                        new MailDomain("xn--bcher-kva.example", "bücher.example", 0));
        assertThat(directory.log.getLast().detail()).containsEntry("other_form", "xn--bcher-kva.example");
        for (String form : List.of("bücher.example", "xn--bcher-kva.example")) {
            assertThatThrownBy(() -> directory.domains.add(OTHER, POSTMASTER, form, null))
                    .hasMessageContaining("in use");
        }
        assertThatThrownBy(() -> directory.domains.remove(ORG, POSTMASTER, "xn--bcher-kva.example"))
                .hasMessageContaining("another form of bücher.example");
        directory.domains.add(ORG, POSTMASTER, "xn--fsqu00a.example", "example.org");
        assertThat(directory.domains.list(ORG))
                .contains(
                        new MailDomain("xn--fsqu00a.example", "example.org", 0),
                        new MailDomain("例子.example", "example.org", 0));
        directory.domains.remove(ORG, POSTMASTER, "例子.example");
        directory.domains.remove(ORG, POSTMASTER, "bücher.example");
        assertThat(directory.domains.names(ORG)).containsExactly("example.org");
    }

    @Test
    void theOtherFormOfADomainIsNoSecondOne() throws IOException {
        directory.domains.add(OTHER, POSTMASTER, "bücher.example", null);
        directory.domains.remove(OTHER, POSTMASTER, "other.example");
        assertThatThrownBy(() -> directory.domains.remove(OTHER, POSTMASTER, "bücher.example"))
                .hasMessageContaining("last domain");
    }

    @Test
    void addressesThatBeginSoAreSuggestedFirstThenNamesThenWhatHoldsItAnywhere() throws IOException {
        person("x1@example.org", "Mary Ann", List.of());
        person("ann@example.org", "Ann", List.of("anna@example.org"));
        person("b@example.org", "Annette", List.of());
        person("c@example.org", "Bob", List.of("hannah@example.org"));
        assertThat(suggested("ann", 9))
                .containsExactly("ann@example.org", "b@example.org", "c@example.org", "x1@example.org");
        assertThat(suggested("ann", 3)).containsExactly("ann@example.org", "b@example.org", "c@example.org");
        assertThat(suggested("anna", 9)).containsExactly("ann@example.org", "c@example.org");
        assertThat(suggested("org", 2)).containsExactly("ann@example.org", "b@example.org");
        assertThat(suggested("g\2ann", 9)).isEmpty();
        assertThat(suggested("bobhannah", 9)).isEmpty();
    }

    private List<String> suggested(String text, int limit) {
        return directory.members.suggest(ORG, text, limit).stream()
                .map(Account::address)
                .toList();
    }

    private void person(String address, String name, List<String> aliases) throws IOException {
        directory.changes.add(
                ORG,
                POSTMASTER,
                new AccountDraft(address, name, aliases, List.of(), AccountState.ACTIVE, AccountSource.MANUAL, null));
    }

    @Test
    void listsAreFilteredAndPagedByAddress() throws IOException {
        String sales = directory.department("Sales");
        String north = directory.department("Sales/North");
        for (int i = 0; i < 7; i++) {
            directory.account("p" + i + "@example.org", i % 2 == 0 ? north : sales);
        }
        var filter = new Members.Filter("", Set.of(north), Set.of(), Set.of());
        Members.Page first = directory.members.accounts(ORG, filter, null, 3);
        assertThat(first.total()).isEqualTo(4);
        assertThat(first.accounts())
                .extracting(Account::address)
                .containsExactly("p0@example.org", "p2@example.org", "p4@example.org");
        Members.Page second = directory.members.accounts(ORG, filter, first.next(), 3);
        assertThat(second.accounts()).extracting(Account::address).containsExactly("p6@example.org");
        assertThat(second.next()).isNull();
        assertThat(directory
                        .members
                        .accounts(ORG, new Members.Filter("P3", null, Set.of(), Set.of()), null, 9)
                        .accounts())
                .extracting(Account::address)
                .containsExactly("p3@example.org");
        assertThat(directory
                        .members
                        .accounts(ORG, new Members.Filter("%", null, Set.of(), Set.of()), null, 9)
                        .accounts())
                .isEmpty();
        assertThat(directory.members.suggest(ORG, "p", 3)).hasSize(3);
        assertThat(directory.members.suggest(ORG, "5@ex", 3))
                .extracting(Account::address)
                .containsExactly("p5@example.org");
    }

    @Test
    void whatStrangersWriteIsRefusedWithTheFieldNamed() {
        for (String wrong : List.of(
                "@", "ada@", "ada@@x", "a b@example.org", "ada@elsewhere.example", "x".repeat(300) + "@example.org")) {
            assertThatThrownBy(() -> directory.account(wrong))
                    .isInstanceOfSatisfying(
                            MemberRefusedException.class,
                            refused -> assertThat(refused.faults())
                                    .extracting(MemberRefusedException.Fault::pointer)
                                    .containsExactly("/address"));
        }
        var many = new AccountDraft(
                "ada@example.org",
                "A",
                java.util.Collections.nCopies(51, "a@example.org"),
                List.of(),
                AccountState.ACTIVE,
                AccountSource.MANUAL,
                null);
        assertThatThrownBy(() -> directory.changes.add(ORG, POSTMASTER, many)).hasMessageContaining("50 aliases");
        assertThat(directory.log).isEmpty();
    }
}
