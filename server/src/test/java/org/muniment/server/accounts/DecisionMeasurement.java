package org.muniment.server.accounts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.archive.Decision;
import org.muniment.archive.Facts;
import org.muniment.archive.Monitors;
import org.muniment.archive.OpenAccounts;
import org.muniment.archive.Provenance;
import org.muniment.archive.RuleBook;
import org.muniment.archive.Rules;
import org.muniment.message.Envelope;
import org.muniment.message.Limits;
import org.muniment.message.MemoryMessage;
import org.muniment.message.Message;
import org.muniment.message.MessageReader;
import org.muniment.server.database.Organisation;

/**
 * Measures decisions by the rules with the accounts as the server holds them: 50,000 archive accounts read from the
 * database, a tenth of them closed, an alias each, and a domain that stands for another one. Half of the mails, made up,
 * go to an alias in that domain, last of four recipients; the other half to no account, so that every address is looked
 * up. Argument: an empty folder.
 */
public final class DecisionMeasurement {
    private static final int ACCOUNTS = 50_000;
    private static final int MONITORS = 100;
    private static final int MAILS = 2_000;
    private static final int WARM_UP = 30;
    private static final int MEASURED = 20;
    private static final Provenance PROVENANCE = new Provenance(
            "smtp",
            Instant.EPOCH,
            null,
            false,
            new Facts(true, false, Set.of("gone@example.org"), Set.of(), Set.of(), null));

    private DecisionMeasurement() {}

    /** A mail as it would come. */
    private record Arrival(Envelope envelope, Message message) {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        var terms = new Organisation.Terms(null, null, Organisation.Mode.OPENED_ACCOUNTS);
        try (var one = new OneOrganisation(Path.of(arguments[0]), terms)) {
            one.rows.add(OneOrganisation.ORG, accounts());
            Map<String, String> aliases = new HashMap<>();
            for (int i = 0; i < ACCOUNTS; i++) {
                aliases.put("alias" + i + "@example.org", "person" + i + "@example.org");
            }
            var mailboxes = new Mailboxes(Map.copyOf(aliases), Map.of("alias.example", "example.org"));
            measure(rules(new AccountSets(one.rows, _ -> mailboxes).live(OneOrganisation.ORG)), mails());
        }
    }

    private static List<ArchiveAccount> accounts() {
        List<ArchiveAccount> accounts = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            boolean open = i % 10 != 9;
            Instant now = OneOrganisation.NOW;
            accounts.add(
                    new ArchiveAccount("acct_" + i, "person" + i + "@example.org", open, now, now, open ? null : now));
        }
        return accounts;
    }

    private static Rules rules(OpenAccounts accounts) {
        Set<String> monitors = new HashSet<>();
        for (int i = 0; i < MONITORS; i++) {
            monitors.add("watch" + i + "@example.org");
        }
        return new Rules(
                Rules.Archiving.ON,
                Set.of("example.org", "alias.example"),
                Rules.Mode.OPENED_ACCOUNTS,
                accounts,
                new Monitors(monitors, Set.of("x-monitor-copy")),
                Rules.SeparateSend.BY_HEADER);
    }

    private static List<Arrival> mails() throws Exception {
        var reader = new MessageReader(Limits.standard());
        List<Arrival> mails = new ArrayList<>();
        for (int i = 0; i < MAILS; i++) {
            String last = i % 2 == 0 ? "alias" + i * 20 + "@alias.example" : "stranger@alias.example";
            String mail = "From: Sender <sender@example.com>\r\nTo: One <one@example.com>, Two <two@example.com>\r\n"
                    + "Cc: list@lists.example\r\nMessage-ID: <" + i + "@example.com>\r\nSubject: offer " + i
                    + "\r\nX-Mailer: none\r\n\r\nWords.\r\n";
            mails.add(new Arrival(
                    new Envelope(
                            "sender@example.com",
                            List.of("gone@example.org", "one@example.com", "two@example.com", last),
                            "192.0.2.1",
                            "mx",
                            "ESMTP"),
                    reader.read(new MemoryMessage(mail.getBytes(StandardCharsets.UTF_8)))));
        }
        return mails;
    }

    private static void measure(Rules rules, List<Arrival> mails) {
        long[] times = new long[MEASURED * mails.size()];
        int kept = 0;
        for (int round = 0; round < WARM_UP + MEASURED; round++) {
            for (int i = 0; i < mails.size(); i++) {
                long start = System.nanoTime();
                Decision decision = RuleBook.decide(
                        rules, PROVENANCE, mails.get(i).envelope(), mails.get(i).message());
                long time = System.nanoTime() - start;
                if (round >= WARM_UP) {
                    times[(round - WARM_UP) * mails.size() + i] = time;
                    kept += decision instanceof Decision.Keep ? 1 : 0;
                }
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%d mails, %d kept, median %.1f, 99 %% %.1f, longest %.1f µs%n",
                mails.size(),
                kept / MEASURED,
                times[times.length / 2] / 1e3,
                times[times.length * 99 / 100] / 1e3,
                times[times.length - 1] / 1e3);
    }
}
