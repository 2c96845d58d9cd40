package org.muniment.server;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.muniment.server.home.Home;
import org.muniment.server.home.RunFile;
import org.muniment.server.security.LocalToken;
import tools.jackson.databind.json.JsonMapper;

/** Tells the command line that this server runs, by {@link RunFile}. */
final class RunNote {
    private final Home home;
    private final LocalToken localToken;
    private final JsonMapper json;
    private final Addresses addresses;

    RunNote(Home home, LocalToken localToken, JsonMapper json, Addresses addresses) {
        this.home = home;
        this.localToken = localToken;
        this.json = json;
        this.addresses = addresses;
    }

    void write() throws IOException {
        var note = new RunFile.Note(
                ProcessHandle.current().pid(),
                addresses.url(),
                localToken.hex(),
                addresses.version(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        home.runFile().write(note, json);
    }

    void remove() throws IOException {
        home.runFile().remove();
    }
}
