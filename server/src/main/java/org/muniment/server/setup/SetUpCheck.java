package org.muniment.server.setup;

import java.util.ArrayList;
import java.util.List;
import org.muniment.server.directory.Passwords;
import org.muniment.server.setup.SetUpRefusedException.Fault;
import org.muniment.server.setup.SetUpRequest.NewPerson;

/** Looks through a set-up request for everything that cannot be used. */
final class SetUpCheck {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_DOMAINS = 1_000;
    private static final int MOST_YEARS = 100;

    private final SetUpRequest request;
    private final List<Fault> faults = new ArrayList<>();

    private SetUpCheck(SetUpRequest request) {
        this.request = request;
    }

    static void check(SetUpRequest request) throws SetUpRefusedException {
        var check = new SetUpCheck(request);
        check.name();
        check.domains();
        check.person("/postmaster", request.postmaster());
        check.person("/archive_administrator", request.archiveAdministrator());
        check.onePerson();
        check.retention();
        if (!check.faults.isEmpty()) {
            throw new SetUpRefusedException(check.faults);
        }
    }

    private void name() {
        String name = request.organisation().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            refuse("/organisation", "The name of the organisation must have 1 to " + LONGEST_NAME + " characters.");
        }
    }

    private void domains() {
        List<String> domains = request.domains();
        if (domains.isEmpty() || domains.size() > MOST_DOMAINS) {
            refuse("/domains", "Give 1 to " + MOST_DOMAINS + " mail domains; there are " + domains.size() + ".");
        }
        for (int i = 0; i < Math.min(domains.size(), MOST_DOMAINS); i++) {
            if (MailNames.domain(domains.get(i)).isEmpty()) {
                refuse("/domains/" + i, quoted(domains.get(i)) + " is no mail domain, such as example.com.");
            }
        }
    }

    private void person(String pointer, NewPerson person) {
        MailNames.address(person.address())
                .ifPresentOrElse(
                        address -> Passwords.refusal(person.password(), address)
                                .ifPresent(sentence -> refuse(pointer + "/password", sentence)),
                        () -> refuse(
                                pointer + "/address",
                                quoted(person.address()) + " is no mail address, such as ada@example.com."));
    }

    private void onePerson() {
        if (request.isOnePerson()
                && !request.postmaster()
                        .password()
                        .equals(request.archiveAdministrator().password())) {
            refuse(
                    "/archive_administrator/password",
                    "Postmaster and archive administrator are the same person here, with two different passwords;"
                            + " give the same one twice.");
        }
    }

    private void retention() {
        Integer years = request.retentionYears();
        if (years != null && (years < 1 || years > MOST_YEARS)) {
            refuse("/retention_years", "Mail is kept for 1 to " + MOST_YEARS + " years, not " + years + ".");
        }
    }

    private void refuse(String pointer, String sentence) {
        faults.add(new Fault(pointer, sentence));
    }

    private static String quoted(String text) {
        return '"' + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + '"';
    }
}
