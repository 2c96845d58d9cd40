package org.muniment.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.OpenAccounts.State;
import org.muniment.message.Address;
import org.muniment.message.Envelope;
import org.muniment.message.HeaderSection;
import org.muniment.message.Label;
import org.muniment.message.Labels;
import org.muniment.message.Message;

/**
 * Decides by the sixteen rules what becomes of one mail, from the rules of this moment, what its source recorded, its
 * envelope and its header. Pure: the same input gives the same decision, nothing is read, written or remembered.
 *
 * <p>Rules 1 to 3 are decided behind it, where fingerprints are compared ({@link Ingest}). Rules 6, 10 and 11 need no
 * line here: nothing asks what became of a mail or of its account later, so both are archived. What comes out of files
 * was chosen by a person and is kept; only rule 12 and the end of the service hold for it, unless that person says otherwise.
 */
public final class RuleBook {
    private final Rules rules;
    private final Provenance provenance;
    private final Envelope envelope;
    private final Message message;

    private RuleBook(Rules rules, Provenance provenance, Envelope envelope, Message message) {
        this.rules = rules;
        this.provenance = provenance;
        this.envelope = envelope;
        this.message = message;
    }

    /** Why nothing at all is archived: rule 12, or the end of the service. Needs not even a look at the mail. */
    static @Nullable Exclusion off(Rules rules, Provenance provenance) {
        if (provenance.forced()) {
            return null;
        }
        return switch (rules.archiving()) {
            case ON -> null;
            case OFF -> Exclusion.ARCHIVING_OFF;
            case ENDED -> Exclusion.SERVICE_ENDED;
        };
    }

    /** Decides of a mail that was read. Thread-safe. */
    public static Decision decide(Rules rules, Provenance provenance, Envelope envelope, Message message) {
        Exclusion off = off(rules, provenance);
        if (off != null) {
            return new Decision.LeaveOut(off);
        }
        return new RuleBook(rules, provenance, envelope, message).decide();
    }

    private Decision decide() {
        List<String> served = served();
        boolean isDelivery = provenance.item() == null && !provenance.forced();
        Exclusion why = isDelivery ? exclusion(served) : null;
        return why == null ? keep(served) : new Decision.LeaveOut(why);
    }

    private @Nullable Exclusion exclusion(List<String> served) {
        if (served.isEmpty() && provenance.facts().tellOfFailure()) {
            return isSentByUs() ? Exclusion.NOT_SENT : Exclusion.NOT_RECEIVED; // rules 8 and 9
        }
        if (isMonitorCopy(served)) {
            return Exclusion.MONITOR_COPY; // rule 4
        }
        return switch (part(served)) {
            case NONE -> Exclusion.NO_ORGANISATION;
            case CLOSED -> Exclusion.NO_OPEN_ACCOUNT;
            case OPEN -> null;
        };
    }

    private Decision keep(List<String> served) {
        List<String> recipients = withoutMonitors(served);
        Envelope kept = recipients.size() == envelope.recipients().size() ? envelope : with(recipients);
        Set<Label> labels = Labels.of(message, envelope);
        return new Decision.Keep(kept, labels, rulesApplied(served, labels));
    }

    private Set<Rule> rulesApplied(List<String> served, Set<Label> labels) {
        EnumSet<Rule> applied = EnumSet.noneOf(Rule.class);
        if (labels.contains(Label.AUTOREPLY) || labels.contains(Label.FORWARDED) || labels.contains(Label.SPAM)) {
            applied.add(Rule.MACHINE_MADE);
        }
        if (provenance.facts().beforeDelivery()) {
            applied.add(Rule.DELETED_BY_RULES);
        }
        if (labels.contains(Label.SYSTEM)) {
            applied.add(Rule.SYSTEM_MAIL);
        }
        if (served.size() < envelope.recipients().size()) {
            applied.add(isSentByUs() ? Rule.NOT_SENT : Rule.NOT_RECEIVED);
        }
        return applied.isEmpty() ? Set.of() : Collections.unmodifiableSet(applied);
    }

    /** Rules 8 and 9: only who got the mail is its recipient. */
    private List<String> served() {
        Facts facts = provenance.facts();
        if (!facts.tellOfFailure()) {
            return envelope.recipients();
        }
        List<String> served = new ArrayList<>();
        for (String recipient : envelope.recipients()) {
            if (facts.served(recipient)) {
                served.add(recipient);
            }
        }
        return served;
    }

    private boolean isSentByUs() {
        String sender = envelope.reversePath();
        if (sender == null || sender.isEmpty()) {
            return anyOurs(message.from());
        }
        return isOurs(sender);
    }

    /**
     * Rule 4: it went to monitors alone, or it is marked, was sent by none of ours and went to monitors and to nobody else of
     * ours; and its header addresses none of them. A mark alone is not believed: every sender could keep mail out of the
     * archive with it. One of ours could even do so to a stranger, with a blind copy to a monitor; what else was a copy of
     * our own mail merges with it.
     */
    private boolean isMonitorCopy(List<String> served) {
        int monitors = 0;
        boolean othersOfOurs = false;
        for (String recipient : served) {
            if (isMonitor(recipient)) {
                monitors++;
                if (isAddressed(recipient)) {
                    return false;
                }
            } else {
                othersOfOurs |= isOurs(recipient);
            }
        }
        return monitors > 0 && (monitors == served.size() || (!othersOfOurs && isMarked() && !isOfOurs()));
    }

    /** Whether envelope or header say that one of ours sent it. */
    private boolean isOfOurs() {
        return isSentByUs() || anyOurs(message.from()) || anyOurs(message.sender());
    }

    private boolean isMonitor(String address) {
        Set<String> monitors = rules.monitors().addresses();
        return !monitors.isEmpty() && monitors.contains(lowerCase(address));
    }

    private boolean isMarked() {
        HeaderSection header = message.header();
        for (String marker : rules.monitors().markers()) {
            for (int i = 0; i < header.size(); i++) {
                if (header.isNamed(i, marker)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether To, Cc or Bcc name an address. */
    private boolean isAddressed(String address) {
        return names(message.to(), address) || names(message.cc(), address) || names(message.bcc(), address);
    }

    private static boolean names(List<Address> field, String address) {
        for (Address named : field) {
            if (named.address().equalsIgnoreCase(address)) {
                return true;
            }
        }
        return false;
    }

    private List<String> withoutMonitors(List<String> served) {
        if (rules.monitors().addresses().isEmpty()) {
            return served;
        }
        List<String> others = new ArrayList<>(served.size());
        for (String recipient : served) {
            if (!isMonitor(recipient) || isAddressed(recipient)) {
                others.add(recipient);
            }
        }
        return others;
    }

    private Envelope with(List<String> recipients) {
        return new Envelope(
                envelope.reversePath(), recipients, envelope.client(), envelope.helo(), envelope.protocol());
    }

    /** How the organisation takes part in a mail. */
    private enum Part {
        /** Not at all. */
        NONE,
        /** Only with addresses whose mail is not archived. */
        CLOSED,
        OPEN;

        Part or(Part other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** In the envelope, or as sender or recipient in the header. */
    private Part part(List<String> served) {
        String sender = envelope.reversePath();
        Part part = sender == null ? Part.NONE : part(sender);
        for (int i = 0; part != Part.OPEN && i < served.size(); i++) {
            part = part.or(part(served.get(i)));
        }
        part = partIn(part, message.from());
        part = partIn(part, message.sender());
        part = partIn(part, message.to());
        part = partIn(part, message.cc());
        return partIn(part, message.bcc());
    }

    private Part partIn(Part soFar, List<Address> field) {
        Part part = soFar;
        for (int i = 0; part != Part.OPEN && i < field.size(); i++) {
            part = part.or(part(field.get(i).address()));
        }
        return part;
    }

    private Part part(String address) {
        State state = rules.accounts().of(lowerCase(address));
        if (state == State.OPEN) {
            return Part.OPEN;
        }
        if (!isOurs(address)) {
            return state == State.CLOSED ? Part.CLOSED : Part.NONE;
        }
        boolean opensByItself = state == State.UNKNOWN && rules.mode() == Rules.Mode.WHOLE_DOMAIN;
        return opensByItself ? Part.OPEN : Part.CLOSED;
    }

    private boolean anyOurs(List<Address> field) {
        for (Address named : field) {
            if (isOurs(named.address())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOurs(String address) {
        int at = address.lastIndexOf('@');
        return at >= 0 && rules.domains().contains(lowerCase(address.substring(at + 1)));
    }

    private static String lowerCase(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
