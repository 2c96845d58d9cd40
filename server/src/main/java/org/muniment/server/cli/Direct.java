package org.muniment.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ArchiveSession;
import org.muniment.archive.Verification;

/**
 * What the command line can do with a home folder on which no server runs. Both throw {@link CliException} for what the
 * person has to know.
 *
 * @param setUp makes an organisation
 * @param verify reads and recomputes everything
 */
public record Direct(SetUp setUp, Verify verify) {

    /** Sets a home folder up. */
    @FunctionalInterface
    public interface SetUp {

        /**
         * Makes the organisation; archiving is off afterwards.
         *
         * @param who as the archive log names it: {@code os:<user>}
         * @return the organisation's id
         */
        String setUp(Path home, Request request, String who) throws IOException;
    }

    /** Checks what lies in a home folder. */
    @FunctionalInterface
    public interface Verify {

        /**
         * Reads and recomputes everything that is durable.
         *
         * @param progress told how far it is, or {@code null}
         */
        Verification verify(Path home, ArchiveSession.@Nullable Progress progress) throws IOException;
    }

    /**
     * An organisation to be made.
     *
     * @param secondFactor {@code optional} or {@code required}
     * @param retentionYears how long its mail is kept; {@code null} for as long as the settings say
     */
    public record Request(
            String organisation,
            List<String> domains,
            Person postmaster,
            Person archiveAdministrator,
            String secondFactor,
            @Nullable Integer retentionYears) {

        public Request {
            domains = List.copyOf(domains);
        }
    }

    /** Somebody who will sign in. */
    public record Person(String address, String password) {

        /** Without the password, so that no log ever shows it. */
        @Override
        public String toString() {
            return address;
        }
    }
}
