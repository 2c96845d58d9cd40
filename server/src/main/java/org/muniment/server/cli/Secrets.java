package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where passwords and codes come from: a file, or the person at the terminal. Never from the command line, which other
 * users of the machine can see.
 */
final class Secrets {
    /** Names the file of passwords for commands that need one only now and then. */
    static final String PASSWORD_FILE = "MUNIMENT_PASSWORD_FILE";

    private static final int LONGEST_LINE = 1_100;

    private final Terminal terminal;

    Secrets(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The password of a person who signs in. */
    String password(String address, @Nullable String file) throws IOException {
        return password(address, file, "Give --password-file FILE, or name it by " + PASSWORD_FILE + ".");
    }

    /** The password of a person who is signed in and has to prove anew who she is. */
    String again(String address) throws IOException {
        return password(
                address,
                null,
                "Name a file with a line \"" + address + " PASSWORD\" by " + PASSWORD_FILE + ", or sign in anew.");
    }

    private String password(String address, @Nullable String file, String remedy) throws IOException {
        String name = file == null ? terminal.env(PASSWORD_FILE) : file;
        if (name != null) {
            return PasswordFile.read(name, terminal).of(address);
        }
        String typed = new Prompt(terminal).secret("Password of " + address + ":");
        if (typed == null) {
            throw CliException.usage(
                    "The password of " + address + " is needed, and there is nobody to ask. " + remedy);
        }
        return typed;
    }

    /** A code of an authenticator app, or a recovery code: the first line of a file, or as it is typed. */
    String code(@Nullable String file) throws IOException {
        if (file != null) {
            return firstLine(file).strip();
        }
        String typed = new Prompt(terminal).secret("Code of the authenticator app, or a recovery code:");
        if (typed == null) {
            throw CliException.usage("A code of the authenticator app is needed, and there is nobody to ask. Give"
                    + " --code-file FILE; - for standard input.");
        }
        return typed.strip();
    }

    /** The code of an invitation: the first line of a file, or as it is typed; of a link what stands behind the #. */
    String invitation(@Nullable String file) throws IOException {
        String given = file == null ? new Prompt(terminal).secret("Invitation, or the link to it:") : firstLine(file);
        if (given == null) {
            throw CliException.usage(
                    "The invitation is needed, and there is nobody to ask. Give --code-file FILE; - for"
                            + " standard input.");
        }
        String code = given.substring(given.lastIndexOf('#') + 1).strip();
        if (code.isEmpty()) {
            throw CliException.usage("That is no invitation. It begins with inv_.");
        }
        return code;
    }

    /** A password that a person sets for herself: out of a file, or typed twice alike. */
    String fresh(String address, @Nullable String file, String option) throws IOException {
        if (file != null) {
            return PasswordFile.read(file, terminal).of(address);
        }
        Prompt prompt = new Prompt(terminal);
        String one = prompt.secret("New password:");
        if (one == null) {
            throw CliException.usage("There is nobody to ask for the new password. Give " + option + " FILE.");
        }
        if (!one.equals(prompt.secret("The same again:"))) {
            throw CliException.usage("The two are not the same; nothing was changed.");
        }
        return one;
    }

    /** A password that a file holds alone: its first line, or that of standard input for {@code -}. */
    String onlyPassword(String file) throws IOException {
        if (!file.equals("-") && Files.exists(path(file))) {
            PasswordFile.warnIfOthersCanRead(path(file), terminal);
        }
        String password = firstLine(file);
        if (password.isEmpty()) {
            throw CliException.usage(
                    (file.equals("-") ? "Standard input" : "The file " + file) + " holds no password.");
        }
        return password;
    }

    private String firstLine(String file) throws IOException {
        try {
            String text = file.equals("-")
                    ? new String(terminal.in().readNBytes(LONGEST_LINE), UTF_8)
                    : Files.readString(path(file));
            return text.lines().findFirst().orElse("");
        } catch (NoSuchFileException e) {
            throw new CliException(ExitCode.USAGE, "The file " + file + " does not exist.", e);
        }
    }

    private Path path(String file) {
        return terminal.directory().resolve(file);
    }
}
