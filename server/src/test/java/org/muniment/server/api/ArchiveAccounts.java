package org.muniment.server.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.muniment.archive.Archives;
import org.muniment.server.database.Database;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

/** What tests of archive accounts have in common. */
final class ArchiveAccounts {
    static final String REASON = "for a test";

    /** A server that is set up, with that mode and number of seats. */
    static TestServer server(Path home, String mode, int seats) throws Exception {
        prepare(home, mode, seats);
        return TestServer.again(home);
    }

    /** The same over a real archive. */
    static TestServer overStore(Path home, String mode, int seats) throws Exception {
        prepare(home, mode, seats);
        return TestServer.over(Archives::open, home);
    }

    private static void prepare(Path home, String mode, int seats) throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        try (Database database = Database.open(new Home(home))) {
            database.jdbc()
                    .sql("update organisation set archive_mode = ?, seats = ?")
                    .param(mode)
                    .param(seats)
                    .update();
        }
    }

    static Api.Answer open(Api api, String... addresses) throws Exception {
        return api.post("/accounts:open", Map.of("addresses", List.of(addresses), "reason", REASON));
    }

    static Api.Answer close(Api api, String... addresses) throws Exception {
        return api.post("/accounts:close", Map.of("addresses", List.of(addresses), "reason", REASON));
    }

    private ArchiveAccounts() {}
}
