package org.muniment.server.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every new organisation needs, the first one as the further ones. */
final class Founding {
    @Option(
            names = "--domain",
            required = true,
            paramLabel = "DOMAIN",
            description = "A mail domain of it; repeat the option for more.")
    private List<String> domains = new ArrayList<>();

    @Option(
            names = "--postmaster",
            required = true,
            paramLabel = "ADDRESS",
            description = "Who appoints everybody else in it; sees no mail.")
    private String postmaster = "";

    @Option(
            names = "--password-file",
            required = true,
            paramLabel = "FILE",
            description = "One line \"address password\" per person; - for standard input.")
    private String passwordFile = "";

    @Option(names = "--retention-years", paramLabel = "N", description = "How long its mail is kept.")
    private @Nullable Integer retentionYears;

    List<String> domains() {
        return domains;
    }

    String postmaster() {
        return postmaster;
    }

    String passwordFile() {
        return passwordFile;
    }

    @Nullable
    Integer retentionYears() {
        return retentionYears;
    }
}
