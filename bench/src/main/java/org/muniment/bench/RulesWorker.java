package org.muniment.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muniment.archive.Decision;
import org.muniment.archive.Facts;
import org.muniment.archive.Monitors;
import org.muniment.archive.OpenAccounts;
import org.muniment.archive.Provenance;
import org.muniment.archive.RuleBook;
import org.muniment.archive.Rules;
import org.muniment.mailbox.Finding;
import org.muniment.mailbox.Item;
import org.muniment.mailbox.MailFiles;
import org.muniment.mailbox.Options;
import org.muniment.message.Envelope;
import org.muniment.message.Limits;
import org.muniment.message.MemoryMessage;
import org.muniment.message.Message;
import org.muniment.message.MessageReader;

/**
 * Decides by the rules of a large organisation about mails that were read before; runs in a JVM of its own. Half of the
 * mail goes to an open account, last of all its recipients; the other half to nobody, so that every address is looked up.
 * Accounts are two sets here. The server's own, with aliases and domains that stand for others, are out of reach of this
 * module; {@code org.muniment.server.accounts.DecisionMeasurement} of the server's test classes measures with them.
 *
 * <p>{@code RulesWorker <mail>}
 */
final class RulesWorker {
    private static final int ACCOUNTS = 50_000;
    private static final int MONITORS = 100;
    private static final int MAILS = 2_000;
    private static final long LARGEST = 1 << 20;
    private static final int WARM_UP = 30;
    private static final int MEASURED = 20;

    private RulesWorker() {}

    /** A mail as it would come. */
    private record Arrival(Provenance provenance, Envelope envelope, Message message) {}

    /** Runs and writes figures. */
    public static void main(String[] arguments) throws Exception {
        List<Arrival> mails = read(Path.of(arguments[0]));
        Rules rules = rules();
        for (int round = 0; round < WARM_UP; round++) {
            kept(rules, mails);
        }
        long[] times = new long[MEASURED * mails.size()];
        int next = 0;
        for (int round = 0; round < MEASURED; round++) {
            for (Arrival mail : mails) {
                long start = System.nanoTime();
                RuleBook.decide(rules, mail.provenance(), mail.envelope(), mail.message());
                times[next++] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        System.out.print(new Figures()
                .put("accounts", ACCOUNTS)
                .put("mails", mails.size())
                .put("kept", kept(rules, mails))
                .put("median_us", Timings.at(times, 0.5) * 1_000)
                .put("p99_us", Timings.at(times, 0.99) * 1_000)
                .put("longest_us", Timings.at(times, 1) * 1_000)
                .lines());
    }

    private static int kept(Rules rules, List<Arrival> mails) {
        int kept = 0;
        for (Arrival mail : mails) {
            Decision decision = RuleBook.decide(rules, mail.provenance(), mail.envelope(), mail.message());
            kept += decision instanceof Decision.Keep ? 1 : 0;
        }
        return kept;
    }

    private static Rules rules() {
        Set<String> open = new HashSet<>();
        Set<String> closed = new HashSet<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            (i % 10 == 9 ? closed : open).add("person" + i + "@example.org");
        }
        Set<String> monitors = new HashSet<>();
        for (int i = 0; i < MONITORS; i++) {
            monitors.add("watch" + i + "@example.org");
        }
        return new Rules(
                Rules.Archiving.ON,
                Set.of("example.org", "example.net"),
                Rules.Mode.OPENED_ACCOUNTS,
                OpenAccounts.of(open, closed),
                new Monitors(monitors, Set.of("x-monitor-copy")),
                Rules.SeparateSend.BY_HEADER);
    }

    private static List<Arrival> read(Path mail) throws IOException {
        MessageReader reader = new MessageReader(Limits.standard());
        Facts facts = new Facts(true, false, Set.of("gone@example.org"), Set.of(), Set.of(), null);
        List<Arrival> mails = new ArrayList<>();
        try (MailFiles files = MailFiles.open(List.of(mail), Options.standard())) {
            for (Finding finding = files.next(); finding != null && mails.size() < MAILS; finding = files.next()) {
                if (finding instanceof Item item && item.size() <= LARGEST) {
                    Provenance provenance = new Provenance("bench", Instant.EPOCH, null, false, facts);
                    Message message = reader.read(new MemoryMessage(bytes(item)));
                    mails.add(new Arrival(provenance, envelope(mails.size()), message));
                }
            }
        }
        return mails;
    }

    private static byte[] bytes(Item item) throws IOException {
        try (InputStream in = item.open()) {
            return in.readAllBytes();
        }
    }

    private static Envelope envelope(int number) {
        String last = number % 2 == 0 ? "person" + number * 20 + "@example.org" : "stranger@example.com";
        List<String> recipients = List.of("gone@example.org", "one@example.com", "two@example.com", last);
        return new Envelope("sender@example.com", recipients, "192.0.2.1", "mx", "ESMTP");
    }
}
