package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs an installed program to its end. */
final class Program {
    private Program() {}

    /** What it printed, if it ended well within a minute. */
    static String run(String debianPackage, List<String> command) throws IOException {
        Process process = start(debianPackage, command);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!endsWell(process)) {
            process.destroy();
            throw new AssertionError(command + " failed:\n" + output);
        }
        return output;
    }

    private static boolean endsWell(Process process) {
        try {
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process start(String debianPackage, List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError(
                    "this test needs " + command.getFirst() + "; install the Debian package " + debianPackage, e);
        }
    }
}
