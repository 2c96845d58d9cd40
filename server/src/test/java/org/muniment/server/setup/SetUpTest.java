package org.muniment.server.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.database.Database;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.Passwords;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Role;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.home.HomeInUseException;
import org.muniment.server.language.Message;
import org.muniment.server.settings.Settings;
import org.muniment.server.setup.SetUpRequest.NewPerson;
import org.muniment.server.testing.TestServer;

class SetUpTest {
    private static final NewPerson POST = new NewPerson("Post@Example.org", "correct horse battery");
    private static final NewPerson ADA = new NewPerson("ada@example.org", "staple of a long line");

    @TempDir
    private Path folder;

    @Test
    void anEmptyHomeBecomesAnOrganisationWithArchivingOff() throws Exception {
        Settings settings = TestServer.settings(folder, Map.of("MUNIMENT_RETENTION_YEARS", "7"));
        long start = System.nanoTime();
        Organisation made = SetUp.direct(settings, request(List.of("Example.org", "bücher.example")), "os:root");
        System.out.println("set-up without a server took " + (System.nanoTime() - start) / 1_000_000 + " ms");

        assertThat(settings.keys().masterKeyFile()).exists();
        try (var database = Database.open(new Home(folder))) {
            assertThat(new Organisations(database).first()).contains(made);
            assertThat(made.domains()).containsExactly("example.org", "bücher.example", "xn--bcher-kva.example");
            assertThat(made.retentionYears()).isEqualTo(7);
            assertThat(new ArchivePeriods(database).newest(made.id())).isEmpty();
            Person post = new People(database).find("post@example.org").orElseThrow();
            assertThat(post.roles()).containsExactlyInAnyOrder(Role.OPERATOR, Role.POSTMASTER);
            assertThat(post.passwordHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(new Passwords().matches(POST.password(), post.passwordHash()))
                    .isTrue();
            assertThat(new Passwords().matches("Correct horse battery", post.passwordHash()))
                    .isFalse();
        }
    }

    @Test
    void aSecondSetUpChangesNothing() throws Exception {
        Settings settings = TestServer.settings(folder, Map.of());
        SetUp.direct(settings, request(List.of("example.org")), "os:root");
        assertThatThrownBy(() -> SetUp.direct(settings, request(List.of("other.org")), "os:root"))
                .isInstanceOf(AlreadySetUpException.class)
                .hasMessage(
                        "This installation is set up already, for the organisation \"Example\". Nothing was changed.");
    }

    @Test
    void aHomeInUseIsLeftAlone() throws Exception {
        Settings settings = TestServer.settings(folder, Map.of());
        try (var _ = new Home(folder).lock()) {
            assertThatThrownBy(() -> SetUp.direct(settings, request(List.of("example.org")), "os:root"))
                    .isInstanceOf(HomeInUseException.class);
        }
    }

    @Test
    void onePersonMayHaveBothRoles() throws Exception {
        Settings settings = TestServer.settings(folder, Map.of());
        var alone = new SetUpRequest("Example", List.of("example.org"), ADA, ADA, SecondFactor.OPTIONAL, null);
        SetUp.direct(settings, alone, "os:root");
        try (var database = Database.open(new Home(folder))) {
            assertThat(new People(database).find(ADA.address()).orElseThrow().roles())
                    .containsExactlyInAnyOrder(Role.OPERATOR, Role.POSTMASTER, Role.ARCHIVE_ADMINISTRATOR);
        }
    }

    @Test
    void whatCannotBeUsedIsToldAllAtOnceAndNothingIsMade() {
        var request = new SetUpRequest(
                " ",
                List.of("example", "-bad-.org", "two words.org"),
                new NewPerson("nobody", "correct horse battery"),
                new NewPerson("ada@example.org", "short"),
                SecondFactor.REQUIRED,
                0);
        assertThatThrownBy(() -> SetUp.direct(TestServer.settings(folder, Map.of()), request, "os:root"))
                .isInstanceOfSatisfying(
                        SetUpRefusedException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(SetUpRefusedException.Fault::pointer)
                                .containsExactly(
                                        "/organisation",
                                        "/domains/1",
                                        "/domains/2",
                                        "/postmaster/address",
                                        "/archive_administrator/password",
                                        "/retention_years"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void passwordsThatAnyoneWouldGuessAreRefused() {
        assertThat(Passwords.refusal("elevenchars", "a@b.org").map(Message::english))
                .contains("The password of a@b.org has 11 characters; allowed are 12 to 1024.");
        assertThat(Passwords.refusal("Someone@example.org", "someone@example.org")
                        .map(Message::english))
                .contains("The password of someone@example.org is the address itself; choose another one.");
        assertThat(Passwords.refusal("abababababab", "a@b.org").map(Message::english))
                .contains("The password of a@b.org has fewer than five different characters; choose another one.");
        assertThat(Passwords.refusal("correct horse battery", "a@b.org")).isEmpty();
    }

    @Test
    void theHashOfNobodyIsCheckedLikeAnyOtherAndFitsNoPassword() {
        var passwords = new Passwords();
        String shape = "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}";
        assertThat(Passwords.nobodysHash()).matches(shape);
        assertThat(passwords.hash("correct horse battery")).matches(shape);
        assertThat(passwords.matches("correct horse battery", Passwords.nobodysHash()))
                .isFalse();
    }

    private static SetUpRequest request(List<String> domains) {
        return new SetUpRequest("Example", domains, POST, ADA, SecondFactor.OPTIONAL, null);
    }
}
