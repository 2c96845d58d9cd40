package org.muniment.server.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Passwords;
import org.muniment.server.language.Message;
import org.muniment.server.setup.SetUpPart.Who;
import org.muniment.server.setup.SetUpRefusedException.Fault;

/** Looks through a set-up for everything that cannot be used; what is not filled in is not looked at. */
public final class SetUpCheck {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_DOMAINS = 100;
    private static final int MOST_YEARS = 100;

    private final SetUpPart part;
    private final List<Fault> faults = new ArrayList<>();

    private SetUpCheck(SetUpPart part) {
        this.part = part;
    }

    static void check(SetUpRequest request) throws SetUpRefusedException {
        check(SetUpPart.of(request));
    }

    /**
     * Checks what is filled in.
     *
     * @throws SetUpRefusedException with everything that is wrong
     */
    public static void check(SetUpPart part) throws SetUpRefusedException {
        var check = new SetUpCheck(part);
        check.name(part.organisation());
        check.domains(part.domains());
        check.person("/postmaster", part.postmaster());
        check.person("/archive_administrator", part.archiveAdministrator());
        check.onePerson();
        check.retention(part.retentionYears());
        if (!check.faults.isEmpty()) {
            throw new SetUpRefusedException(check.faults);
        }
    }

    private void name(@Nullable String organisation) {
        if (organisation == null) {
            return;
        }
        String name = organisation.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            refuse("/organisation", Message.of("set-up.name", LONGEST_NAME));
        }
    }

    private void domains(@Nullable List<String> domains) {
        if (domains == null) {
            return;
        }
        if (domains.isEmpty() || domains.size() > MOST_DOMAINS) {
            refuse("/domains", Message.of("set-up.domains", MOST_DOMAINS, domains.size()));
        }
        for (int i = 0; i < Math.min(domains.size(), MOST_DOMAINS); i++) {
            if (MailNames.domain(domains.get(i)).isEmpty()) {
                refuse("/domains/" + i, Message.of("set-up.domain", shortened(domains.get(i))));
            }
        }
    }

    private void person(String pointer, @Nullable Who person) {
        if (person == null) {
            return;
        }
        String given = person.address();
        Optional<String> address = given == null ? Optional.empty() : MailNames.address(given);
        if (given != null && address.isEmpty()) {
            refuse(pointer + "/address", Message.of("set-up.address", shortened(given)));
        }
        String password = person.password();
        if (password != null) {
            Passwords.refusal(password, address.orElse(""))
                    .ifPresent(sentence -> refuse(pointer + "/password", sentence));
        }
    }

    private void onePerson() {
        Who one = part.postmaster();
        Who other = part.archiveAdministrator();
        if (one != null && other != null && same(one.address(), other.address()) && differ(one, other)) {
            refuse("/archive_administrator/password", Message.of("set-up.two-passwords"));
        }
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && one.strip().equalsIgnoreCase(other.strip());
    }

    private static boolean differ(Who one, Who other) {
        String password = one.password();
        return password != null && other.password() != null && !password.equals(other.password());
    }

    private void retention(@Nullable Integer years) {
        if (years != null && (years < 1 || years > MOST_YEARS)) {
            refuse("/retention_years", Message.of("set-up.retention", MOST_YEARS, years));
        }
    }

    private void refuse(String pointer, Message sentence) {
        faults.add(new Fault(pointer, sentence));
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
