package org.muniment.server.listeners;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.message.Envelope;
import org.muniment.message.Limits;
import org.muniment.message.Participants;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.server.listeners.Addressees.Addressee;

/**
 * Finds the organisations that a mail concerns: those of whose domains an address takes part, in envelope or header. What
 * concerns none goes to the default organisation, whose rules record why it is not kept. With one organisation there is
 * nothing to find, and nothing is read. Thread-safe.
 */
final class Routing {
    private static final Comparator<Addressee> TAKERS_FIRST =
            Comparator.comparing(Addressee::takes).reversed();

    private final Addressees addressees;
    private final Limits limits = Limits.standard();

    Routing(Addressees addressees) {
        this.addressees = addressees;
    }

    /**
     * Whose the mail is. Those that archive come first: when one of them fails, those whose archiving is off have counted
     * nothing yet and count it once, at the retry. What the rules of one that archives left out is counted at every retry.
     */
    List<Addressee> of(Envelope envelope, RawMessage message) throws IOException {
        if (addressees.isAlone()) {
            return List.of(addressees.first());
        }
        try (InputStream in = message.open()) {
            return concerned(envelope, in);
        }
    }

    /** The default organisation, to which everything falls that cannot be told. */
    Addressee first() {
        return addressees.first();
    }

    private List<Addressee> concerned(Envelope envelope, InputStream mail) throws IOException {
        Map<String, Addressee> found = new LinkedHashMap<>();
        for (String domain : Participants.domains(envelope, mail, limits)) {
            addressees.ofDomain(domain).ifPresent(one -> found.putIfAbsent(one.organisation(), one));
        }
        return found.isEmpty()
                ? List.of(addressees.first())
                : found.values().stream().sorted(TAKERS_FIRST).toList();
    }

    /** Takes a mail in, with whom it will stay as far as its envelope and its beginning tell. */
    Spool spool(Envelope envelope) {
        return addressees.isAlone()
                ? addressees.first().archive().spool()
                : () -> new RoutedIntake(beginning ->
                        concerned(envelope, beginning).getFirst().archive().spool());
    }
}
