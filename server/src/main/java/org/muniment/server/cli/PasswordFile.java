package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file with one line {@code address password} per person. The password is the rest of the line, blanks included;
 * empty lines and lines that begin with {@code #} are comments.
 */
final class PasswordFile {
    private static final long LARGEST = 1 << 20;

    private final String name;
    private final Map<String, String> passwords;

    private PasswordFile(String name, Map<String, String> passwords) {
        this.name = name;
        this.passwords = passwords;
    }

    /** Reads a file, or standard input for {@code -}; warns if others can read the file. */
    static PasswordFile read(String name, Terminal terminal) throws IOException {
        if (name.equals("-")) {
            return parse("standard input", new String(terminal.in().readAllBytes(), UTF_8));
        }
        Path file = terminal.directory().resolve(name);
        try {
            if (Files.size(file) > LARGEST) {
                throw CliException.usage("The password file " + name + " is larger than 1 MiB. Is it the right file?");
            }
            warnIfOthersCanRead(file, terminal);
            return parse("the password file " + name, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new CliException(ExitCode.USAGE, "The password file " + name + " does not exist.", e);
        } catch (CharacterCodingException e) {
            throw new CliException(ExitCode.USAGE, "The password file " + name + " is not text in UTF-8.", e);
        } catch (CliException e) {
            throw e;
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.USAGE, "The password file " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    static void warnIfOthersCanRead(Path file, Terminal terminal) throws IOException {
        Set<PosixFilePermission> permissions;
        try {
            permissions = Files.getPosixFilePermissions(file);
        } catch (UnsupportedOperationException e) {
            return;
        }
        if (permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ)) {
            terminal.say("Warning: other users of this machine can read " + file + ". Run: chmod 600 " + file);
        }
    }

    private static PasswordFile parse(String name, String text) throws CliException {
        Map<String, String> passwords = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String stripped = line.stripLeading();
            int blank = firstBlank(stripped);
            if (blank < 0) {
                throw CliException.usage(
                        "Line " + number + " of " + name + " is not \"address password\": it has no blank in it.");
            }
            String address = stripped.substring(0, blank).toLowerCase(Locale.ROOT);
            passwords.put(address, stripped.substring(blank).stripLeading());
        }
        return new PasswordFile(name, passwords);
    }

    private static int firstBlank(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == ' ' || line.charAt(i) == '\t') {
                return i;
            }
        }
        return -1;
    }

    /** The password of a person. */
    String of(String address) throws CliException {
        String password = passwords.get(address.toLowerCase(Locale.ROOT));
        if (password == null || password.isEmpty()) {
            throw CliException.usage(
                    "There is no password for " + address + " in " + name + ". Add a line: " + address + " PASSWORD");
        }
        return password;
    }
}
