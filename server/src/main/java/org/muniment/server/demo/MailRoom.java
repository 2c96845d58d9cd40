package org.muniment.server.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What all writers of the example share: people, chance, and numbers for Message-IDs. Not thread-safe. */
final class MailRoom {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final int REMEMBERED = 1_000;

    private final Example example = Example.lindenhof();
    private final Dice dice;
    private final List<Sent> sent = new ArrayList<>();
    private int number;

    /** What is remembered of a mail, so that machines can answer it. */
    record Sent(Party from, Party to, String subject, String messageId, Instant when) {}

    MailRoom(long seed) {
        this.dice = new Dice(seed);
    }

    Dice dice() {
        return dice;
    }

    Example example() {
        return example;
    }

    /** A mail with From, To, Subject, Date and a Message-ID of its own. */
    Draft draft(Instant sent, Language language, Party from, List<Party> to, String subject) {
        Charset charset = language == Language.CHINESE && dice.chance(0.35) ? GB18030 : StandardCharsets.UTF_8;
        return new Draft(sent, language, charset)
                .from(from)
                .to(to)
                .subject(subject)
                .field("Message-ID", messageId(from));
    }

    /** A new one in the domain of who writes. */
    String messageId(Party from) {
        number++;
        return "<" + Integer.toString(number, 36) + "." + Integer.toHexString(dice.between(1 << 20, 1 << 28)) + "@"
                + from.domain() + ">";
    }

    /** A boundary that no text of the example holds. */
    String boundary() {
        number++;
        return "=_lindenhof_" + Integer.toString(number, 36);
    }

    /** Somebody of a department or a partner, not among those already there. */
    Party party(String role, Language language, List<Party> taken) {
        List<Party> fitting = new ArrayList<>(role.equals("partner") ? Partners.ALL : staff(role));
        fitting.removeIf(party -> language == Language.CHINESE && !party.writesChinese());
        fitting.removeAll(taken);
        return dice.pick(fitting);
    }

    void remember(Sent mail) {
        if (sent.size() < REMEMBERED) {
            sent.add(mail);
        }
    }

    /** Some mail that was remembered. */
    Sent remembered() {
        return dice.pick(sent);
    }

    /** Anybody of the house. */
    Party colleague() {
        return dice.pick(example.people()).party();
    }

    private List<Party> staff(String role) {
        Department department = Department.valueOf(role.toUpperCase(Locale.ROOT));
        return example.people().stream()
                .filter(person -> person.department() == department)
                .map(Person::party)
                .toList();
    }
}
