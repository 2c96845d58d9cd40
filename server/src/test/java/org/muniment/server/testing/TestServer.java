package org.muniment.server.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.server.MunimentServer;
import org.muniment.server.StartRefusedException;
import org.muniment.server.archives.ArchiveOpener;
import org.muniment.server.database.Database;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Role;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.settings.Settings;
import org.muniment.server.settings.SettingsReader;
import org.muniment.server.settings.WrongSettingsException;
import org.muniment.server.setup.SetUp;
import org.muniment.server.setup.SetUpRequest;
import org.muniment.server.setup.SetUpRequest.NewPerson;

/** A real server on a free port, over a {@link MemoryArchive}. */
public final class TestServer implements AutoCloseable {
    public static final String POSTMASTER = "post@example.org";
    public static final String ADMINISTRATOR = "ada@example.org";
    public static final String PASSWORD = "correct horse battery";

    private final Path home;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final MunimentServer server;
    private final Map<String, MemoryArchive> archives = new ConcurrentHashMap<>();
    private volatile @Nullable String first;
    private @Nullable IdleListener listener;

    private TestServer(Path home, Map<String, String> environment) throws StartRefusedException {
        this.home = home;
        this.server = MunimentServer.start(settings(home, environment), this::opened, this::listening, speaking());
    }

    private TestServer(Path home, ArchiveOpener opener) throws StartRefusedException {
        this.home = home;
        this.server = MunimentServer.start(settings(home, Map.of()), opener, this::listening, speaking());
    }

    private TestServer(Path home, Map<String, String> environment, InstantSource clock) throws StartRefusedException {
        this.home = home;
        this.server =
                MunimentServer.start(settings(home, environment), this::opened, this::listening, clock, speaking());
    }

    private MemoryArchive opened(org.muniment.archive.Archive.Settings settings) {
        if (first == null) {
            first = settings.organisation();
        }
        var archive = new MemoryArchive(settings);
        archives.put(settings.organisation(), archive);
        return archive;
    }

    private IdleListener listening(Settings.Smtp smtp, org.muniment.protocols.smtp.MailReceiver receiver) {
        listener = new IdleListener(receiver);
        return listener;
    }

    private PrintStream speaking() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    /** What it said to whoever started it. */
    public String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The set-up code that it printed; it must be one that is not set up. */
    public String setUpCode() {
        Matcher code = Pattern.compile("enter the code ([A-Z2-9-]{14})").matcher(said());
        if (!code.find()) {
            throw new AssertionError("no code was printed: " + said());
        }
        return code.group(1);
    }

    /** A browser on its console, with no cookie yet. */
    public Browser browser() {
        return new Browser(server.addresses().url());
    }

    /** A server on an empty home. */
    public static TestServer empty(Path home) throws StartRefusedException {
        return new TestServer(home, Map.of());
    }

    /** A server on a home that was set up before. */
    public static TestServer setUpBefore(Path home) throws StartRefusedException {
        return new TestServer(home, Map.of());
    }

    /** The same with settings of its own. */
    public static TestServer setUpBefore(Path home, Map<String, String> environment) throws StartRefusedException {
        return new TestServer(home, environment);
    }

    /** A server over an archive of another kind; {@link #archive} has none to give. */
    public static TestServer over(ArchiveOpener opener, Path home) throws StartRefusedException {
        return new TestServer(home, opener);
    }

    /** A server for {@code example.org} that is set up, with archiving off. */
    public static TestServer setUp(Path home, SecondFactor secondFactor) throws Exception {
        return setUp(home, secondFactor, Map.of());
    }

    /** The same with settings of its own. */
    public static TestServer setUp(Path home, SecondFactor secondFactor, Map<String, String> environment)
            throws Exception {
        SetUp.direct(settings(home, environment), request(secondFactor), "os:tester");
        return new TestServer(home, environment);
    }

    /** The same by a clock that a test moves. */
    public static TestServer setUp(Path home, SecondFactor secondFactor, InstantSource clock) throws Exception {
        return setUp(home, secondFactor, Map.of(), clock);
    }

    /** The same with both. */
    public static TestServer setUp(
            Path home, SecondFactor secondFactor, Map<String, String> environment, InstantSource clock)
            throws Exception {
        SetUp.direct(settings(home, environment), request(secondFactor), "os:tester");
        return new TestServer(home, environment, clock);
    }

    /** A server that has a second archive administrator of that address. */
    public static TestServer withAnother(Path home, String address) throws Exception {
        SetUp.direct(settings(home, Map.of()), request(SecondFactor.OPTIONAL), "os:tester");
        try (Database database = Database.open(new Home(home))) {
            var people = new People(database);
            Person known = people.find(ADMINISTRATOR).orElseThrow();
            people.add(new Person(
                    "adm_another",
                    known.organisation(),
                    address,
                    known.passwordHash(),
                    Set.of(Role.ARCHIVE_ADMINISTRATOR),
                    Instant.now()));
        }
        return new TestServer(home, Map.of());
    }

    /** The domain of the second organisation of {@link #everybody}. */
    public static final String OTHER_DOMAIN = "other.example";

    /** A server with two organisations, {@code example.org} and {@link #OTHER_DOMAIN}, in each one person of every role. */
    public static TestServer everybody(Path home) throws Exception {
        return everybody(home, Organisation.Terms.unlimited());
    }

    /** The same, where the second organisation's service has that last day. */
    public static TestServer everybody(Path home, LocalDate serviceEnds) throws Exception {
        return everybody(home, new Organisation.Terms(null, serviceEnds, Organisation.Mode.WHOLE_DOMAIN));
    }

    /** Gives the service of an organisation another last day while no server runs, as time itself does. */
    public static void endService(Path home, String organisation, LocalDate lastDay) throws IOException {
        try (Database database = Database.open(new Home(home))) {
            var organisations = new Organisations(database);
            Organisation now = organisations.find(organisation).orElseThrow();
            organisations.set(now.id(), now.name(), now.terms().seats(), lastDay, now.retentionYears());
        }
    }

    /** The same over archives of another kind. */
    public static TestServer everybodyOver(ArchiveOpener opener, Path home) throws Exception {
        appointEverybody(home, Organisation.Terms.unlimited());
        return over(opener, home);
    }

    private static TestServer everybody(Path home, Organisation.Terms terms) throws Exception {
        appointEverybody(home, terms);
        return new TestServer(home, Map.of());
    }

    private static void appointEverybody(Path home, Organisation.Terms terms) throws Exception {
        SetUp.direct(settings(home, Map.of()), request(SecondFactor.OPTIONAL), "os:tester");
        try (Database database = Database.open(new Home(home))) {
            var people = new People(database);
            var organisations = new Organisations(database);
            Person known = people.find(ADMINISTRATOR).orElseThrow();
            var other = new Organisation(
                    "org_other",
                    "Other",
                    5,
                    SecondFactor.OPTIONAL,
                    List.of(OTHER_DOMAIN),
                    terms,
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    "os:tester");
            organisations.add(other);
            for (Role role : Role.values()) {
                people.add(having(role, "example.org", known.organisation(), known.passwordHash()));
                people.add(having(role, OTHER_DOMAIN, other.id(), known.passwordHash()));
            }
        }
    }

    private static Person having(Role role, String domain, String organisation, String hash) {
        String id = "adm_" + role.key() + "_" + domain.charAt(0);
        return new Person(id, organisation, addressOf(role, domain), hash, Set.of(role), Instant.now());
    }

    /** The address of whoever has exactly that role, on a server with {@link #everybody}. */
    public static String addressOf(Role role, String domain) {
        return role.key() + "@" + domain;
    }

    /** A server on a home that was set up before. */
    public static TestServer again(Path home) throws StartRefusedException {
        return new TestServer(home, Map.of());
    }

    /** A set-up request that is in order. */
    public static SetUpRequest request(SecondFactor secondFactor) {
        return new SetUpRequest(
                "Example",
                List.of("example.org"),
                new NewPerson(POSTMASTER, PASSWORD),
                new NewPerson(ADMINISTRATOR, PASSWORD),
                secondFactor,
                null);
    }

    /** Settings for a server on a free port. */
    public static Settings settings(Path home, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("MUNIMENT_HOME", home.toString());
        environment.putIfAbsent("MUNIMENT_HTTP_PORT", "0");
        try {
            return SettingsReader.read(environment);
        } catch (WrongSettingsException e) {
            throw new AssertionError(e);
        }
    }

    /** The archive of its first organisation; there must be one. */
    public MemoryArchive archive() {
        return archive(Objects.requireNonNull(first, "no archive is open"));
    }

    /** The archive of that organisation. */
    public MemoryArchive archive(String organisation) {
        return Objects.requireNonNull(archives.get(organisation), "the archive is not open");
    }

    /** Its listener; it must have been started. */
    public IdleListener listener() {
        return Objects.requireNonNull(listener, "the listener was not started");
    }

    /** Calls it without saying who one is. */
    public Api nobody() {
        return new Api(server.addresses().url(), null);
    }

    /** Calls it as the machine's own operator. */
    public Api local() throws IOException {
        String note = Files.readString(home.resolve("run").resolve("server.json"));
        return new Api(
                server.addresses().url(),
                "Local " + Api.json(note).get("local_token").asString());
    }

    /** Calls it as a person who signed in. */
    public Api signedIn(String address) throws Exception {
        Api.Answer answer = nobody().post("/sessions", Map.of("address", address, "password", PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError("signing in was answered " + answer.status() + " " + answer.text());
        }
        return new Api(
                server.addresses().url(), "Bearer " + answer.json().get("token").asString());
    }

    /** Where the home lies. */
    public Path home() {
        return home;
    }

    @Override
    public void close() {
        server.close();
    }
}
