package org.muniment.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is.
 *
 * @param url scheme, host and port
 * @param localToken proves that we may read the running server's home folder; {@code null} for a server named by hand
 * @param from what says so, for messages
 */
record ServerAddress(URI url, @Nullable String localToken, String from) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** A server that somebody named. What is sent there must not be readable on the way. */
    static ServerAddress named(String text, String from) throws CliException {
        URI url;
        try {
            url = new URI(text.contains("://") ? text : "https://" + text);
        } catch (URISyntaxException e) {
            throw unusable(text, from, e);
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw unusable(text, from, null);
        }
        if (scheme.equals("http") && !LOOPBACK.contains(url.getHost())) {
            throw CliException.usage("The address \"" + text + "\" (" + from
                    + ") is not encrypted, and passwords and mail would be readable on the way. Use https://"
                    + url.getHost() + " or a tunnel to this machine.");
        }
        return new ServerAddress(url, null, from);
    }

    private static CliException unusable(String text, String from, @Nullable Throwable cause) {
        String message = "\"" + text + "\" (" + from + ") is no address of a server. Write it as"
                + " https://archive.example.com or http://127.0.0.1:8080.";
        return cause == null ? CliException.usage(message) : new CliException(ExitCode.USAGE, message, cause);
    }

    /** The server that runs on a home folder, as it has noted itself there; {@code null} if none does. */
    static @Nullable ServerAddress running(Path home) throws IOException {
        Path note = note(home);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(note);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.NOT_ALLOWED,
                    "The server's note " + note + " cannot be read (" + e.getMessage()
                            + "). Run the command as the user that runs the server, or name the server with --server.",
                    e);
        }
        Json json = Json.read(bytes);
        return new ServerAddress(
                URI.create(json.get("url").text()), json.get("local_token").text(), "noted in " + note);
    }

    static Path note(Path home) {
        return home.resolve("run").resolve("server.json");
    }

    /** Scheme, host and port as text; a token belongs to it. */
    String origin() {
        return url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getHost() + ":" + port();
    }

    boolean encrypted() {
        return url.getScheme().equalsIgnoreCase("https");
    }

    int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return encrypted() ? 443 : 80;
    }
}
