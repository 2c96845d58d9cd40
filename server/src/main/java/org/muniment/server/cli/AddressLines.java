package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** Addresses of the command line; {@code -} among them stands for the lines of standard input. */
final class AddressLines {
    private static final int MOST = 50_000;

    private AddressLines() {}

    static List<String> read(List<String> given, Terminal terminal) throws IOException {
        List<String> read = new ArrayList<>(given);
        if (read.remove("-")) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(terminal.in(), UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    read.add(line.strip());
                }
                if (read.size() > MOST) {
                    throw CliException.usage("There are more than " + Texts.count(MOST) + " addresses.");
                }
            }
        }
        return read;
    }
}
