package org.muniment.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A server's organisation of two people without second factors, who sign in with passwords. */
final class People {
    static final String POSTMASTER = "postmaster@example.org";
    static final String ARCHIVE = "archive@example.org";
    private static final String POSTMASTERS_PASSWORD = "measures and forgets";
    private static final String ARCHIVES_PASSWORD = "measures it all";

    private final ServerProcess server;
    private final HttpClient client;

    private People(ServerProcess server, HttpClient client) {
        this.server = server;
        this.client = client;
    }

    /** Sets the server up for them. */
    static People settle(ServerProcess server, Path home, HttpClient client) throws IOException, InterruptedException {
        Path passwords = home.resolve("bench-passwords");
        Files.createFile(passwords, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                passwords, POSTMASTER + " " + POSTMASTERS_PASSWORD + "\n" + ARCHIVE + " " + ARCHIVES_PASSWORD + "\n");
        server.command(
                "init",
                "--organisation",
                "Bench",
                "--domain",
                "example.org",
                "--postmaster",
                POSTMASTER,
                "--archive-admin",
                ARCHIVE,
                "--password-file",
                passwords.toString(),
                "--second-factor",
                "optional");
        return new People(server, client);
    }

    /** The same people at a server that was started again. */
    People at(ServerProcess again) {
        return new People(again, client);
    }

    /** Signs one of them in, which takes as long as it takes. */
    Api signIn(String address) throws IOException, InterruptedException {
        String password = address.equals(POSTMASTER) ? POSTMASTERS_PASSWORD : ARCHIVES_PASSWORD;
        String body = "{\"address\":\"" + address + "\",\"password\":\"" + password + "\",\"kind\":\"token\"}";
        String answer = new Api(server, client, "").post("/sessions", body);
        return new Api(server, client, Api.text("token", answer));
    }
}
