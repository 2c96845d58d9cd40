package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a command shows who it is: the token of a signed-in person, from {@code MUNIMENT_TOKEN} or as {@code login} kept
 * it, or the token of the running server, which whoever may read its home folder has.
 *
 * <p>A kept token belongs to one server and is never sent to another.
 */
final class Credentials {
    static final String HOW_TO_SIGN_IN = "Sign in: ./muniment login --as ADDRESS --password-file FILE";

    private final Terminal terminal;

    Credentials(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The header fields of the signed-in person. */
    Map<String, String> person(ServerAddress server) throws IOException {
        String token = terminal.env("MUNIMENT_TOKEN");
        return bearer(token == null ? kept(server) : token, token == null ? file().toString() : "MUNIMENT_TOKEN");
    }

    /** Whether the environment holds a token, which counts before the kept one. */
    boolean givenByEnvironment() {
        return terminal.env("MUNIMENT_TOKEN") != null;
    }

    /** Whether {@code login} kept a token. */
    boolean kept() {
        return Files.exists(file());
    }

    private static Map<String, String> bearer(String token, String from) throws CliException {
        if (!token.matches("[A-Za-z0-9_.~+/=-]{1,500}")) {
            throw new CliException(ExitCode.NOT_ALLOWED, from + " holds no token. " + HOW_TO_SIGN_IN);
        }
        return Map.of("Authorization", "Bearer " + token);
    }

    /** The header fields of whoever may read the server's home folder. */
    static Map<String, String> local(String localToken, String user) {
        return Map.of("Authorization", "Local " + localToken, "Muniment-Os-User", user.replaceAll("[^!-~]", "_"));
    }

    private String kept(ServerAddress server) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file());
        } catch (NoSuchFileException e) {
            throw new CliException(ExitCode.NOT_ALLOWED, "You are not signed in. " + HOW_TO_SIGN_IN, e);
        }
        Json json = Json.read(bytes);
        if (!json.get("server").text().equals(server.origin())) {
            throw new CliException(
                    ExitCode.NOT_ALLOWED,
                    "You are signed in at " + json.get("server").text() + ", not at " + server.origin() + ". "
                            + HOW_TO_SIGN_IN);
        }
        return json.get("token").text();
    }

    /** Keeps a token, readable by its owner only. */
    Path keep(ServerAddress server, String token, String address) throws IOException {
        Path file = file();
        Files.createDirectories(folder());
        Path fresh = Files.createTempFile(
                folder(),
                "token",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        JsonText json = new JsonText()
                .put("server", server.origin())
                .put("address", address)
                .put("token", token);
        Files.write(fresh, (json + "\n").getBytes(UTF_8));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    /** Forgets the kept token. */
    void forget() throws IOException {
        Files.deleteIfExists(file());
    }

    Path file() {
        return folder().resolve("token");
    }

    private Path folder() {
        String config = terminal.env("XDG_CONFIG_HOME");
        @Nullable String home = terminal.env("HOME");
        Path base = config != null
                ? Path.of(config)
                : Path.of(home == null ? System.getProperty("user.home", ".") : home, ".config");
        return base.resolve("muniment");
    }
}
