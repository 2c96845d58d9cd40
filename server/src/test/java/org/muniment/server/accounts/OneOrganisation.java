package org.muniment.server.accounts;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muniment.archive.Actor;
import org.muniment.archive.LogEntry;
import org.muniment.server.archives.CurrentRules;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.database.Database;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.RuleTable;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.home.MasterKeyFile;
import org.muniment.server.settings.Settings;
import org.muniment.server.testing.MemoryArchive;
import org.muniment.server.testing.TestServer;

/** The archive accounts of one organisation, {@code example.org}, in a real database, with a log in memory. */
final class OneOrganisation implements Closeable {
    static final String ORG = "org_1";
    static final Actor ADMINISTRATOR = new Actor("ada@example.org", "10.0.0.1");
    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    final Database database;
    final OpenArchives archives;
    final AccountRows rows;
    final AccountSets sets;
    final AccountTurns turns;
    final Policies policies;

    private final List<MemoryArchive> opened = new ArrayList<>();

    OneOrganisation(Path home, Organisation.Terms terms) throws IOException {
        Settings settings = TestServer.settings(home, Map.of());
        new MasterKeyFile(settings.keys().masterKeyFile()).ensure();
        database = Database.open(new Home(home));
        var organisations = new Organisations(database);
        organisations.add(new Organisation(
                ORG, "Example", 5, SecondFactor.OPTIONAL, List.of("example.org"), terms, NOW, "os:me"));
        rows = new AccountRows(database);
        sets = new AccountSets(rows, new DirectoryRows(database)::mailboxes);
        var rules = new CurrentRules(new ArchivePeriods(database), new RuleTable(database), sets::live, () -> NOW);
        archives = new OpenArchives(settings, organisations, rules, this::open);
        archives.open();
        turns = new AccountTurns(archives, rows, sets, database, () -> NOW);
        policies = new Policies(archives, turns, sets, rows, database, () -> NOW);
    }

    private MemoryArchive open(org.muniment.archive.Archive.Settings settings) {
        var archive = new MemoryArchive(settings);
        opened.add(archive);
        return archive;
    }

    /** Opens or closes by hand. */
    Effect turn(boolean open, String... addresses) throws IOException {
        return turns.turn(ORG, open, new Wanted(List.of(addresses), How.HAND, "for a test", ADMINISTRATOR, Map.of()));
    }

    boolean isOpen(String address) {
        ArchiveAccount account = rows.at(ORG, List.of(address)).get(address);
        return account != null && account.isOpen();
    }

    /** What the newest entry of the log says. */
    LogEntry newest() {
        return opened.getFirst().entries().getLast();
    }

    @Override
    public void close() throws IOException {
        archives.close();
        database.close();
    }
}
