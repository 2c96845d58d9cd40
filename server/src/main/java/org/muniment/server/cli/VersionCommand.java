package org.muniment.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.Command;

/** Prints the version of the command line. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Action {
    private static final String MADE_BY_MAVEN = "/META-INF/maven/org.muniment/muniment-server/pom.properties";

    @Override
    public int run(Cli cli) throws IOException {
        cli.terminal().out().println("muniment " + version());
        return ExitCode.OK;
    }

    private static String version() throws IOException {
        try (InputStream in = VersionCommand.class.getResourceAsStream(MADE_BY_MAVEN)) {
            if (in == null) {
                return "(not packaged)";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "(unknown)");
        }
    }
}
