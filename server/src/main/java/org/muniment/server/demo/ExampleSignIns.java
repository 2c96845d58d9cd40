package org.muniment.server.demo;

import java.security.SecureRandom;
import org.muniment.archive.Actor;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.setup.SetUpRequest;
import org.muniment.server.setup.SetUpRequest.NewPerson;

/**
 * The two people of the example who sign in, with passwords that are made for one run.
 *
 * @param postmaster who looks after the system
 * @param archiveAdministrator who searches and reads
 */
public record ExampleSignIns(NewPerson postmaster, NewPerson archiveAdministrator) {
    /** Without letters that look like others. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    /** Makes new passwords for the people of an example. */
    public static ExampleSignIns of(Example example) {
        var random = new SecureRandom();
        return new ExampleSignIns(
                new NewPerson(example.postmaster().address(), password(random)),
                new NewPerson(example.archiveAdministrator().address(), password(random)));
    }

    private static String password(SecureRandom random) {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            password.append(i > 0 && i % GROUP == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** What sets the example organisation up. */
    public SetUpRequest request(Example example) {
        return new SetUpRequest(
                example.organisation(),
                example.domains(),
                postmaster,
                archiveAdministrator,
                SecondFactor.OPTIONAL,
                null);
    }

    /** The archive administrator as the archive log names her. */
    public Actor actor() {
        return new Actor(archiveAdministrator.address(), "127.0.0.1");
    }
}
