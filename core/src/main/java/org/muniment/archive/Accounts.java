package org.muniment.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.muniment.index.MailDocument;
import org.muniment.index.MailDocument.Mailbox;
import org.muniment.index.SearchIndex;
import org.muniment.index.Words;

/**
 * Counts the addresses of the organisation's domains. A domain is looked up in the index once, when it becomes one of
 * them; from then on every message that passes is asked. In memory only. Thread-safe; one thread follows and adds.
 */
final class Accounts {
    /** As long as what the index compares whole. */
    private static final int LONGEST = 500;

    private final SearchIndex index;
    private final Supplier<Rules> rules;
    private final Map<String, AddressSet> followed = new ConcurrentHashMap<>();

    Accounts(SearchIndex index, Supplier<Rules> rules) {
        this.index = index;
        this.rules = rules;
    }

    /** Whether {@link #follow} has something to do. */
    boolean isBehind() {
        return !followed.keySet().equals(domains());
    }

    private Set<String> domains() {
        Set<String> domains = new HashSet<>();
        rules.get().domains().forEach(domain -> domains.add(Words.folded(domain)));
        return domains;
    }

    /** Follows the domains of this moment. Everything that was added to the index must be visible. */
    void follow() throws IOException {
        Set<String> domains = domains();
        followed.keySet().retainAll(domains);
        for (String domain : domains) {
            if (!followed.containsKey(domain)) {
                followed.put(domain, lookedUp(domain));
            }
        }
    }

    private AddressSet lookedUp(String domain) throws IOException {
        AddressSet addresses = new AddressSet();
        index.addresses(domain, addresses::add);
        return addresses;
    }

    /** Names those of a domain, from the index; some perhaps more than once. */
    void each(String domain, Consumer<String> address) throws IOException {
        index.addresses(Words.folded(domain), address);
    }

    /** Names those of a domain in mail archived since then. */
    void each(String domain, Instant since, Consumer<String> address) throws IOException {
        index.addresses(Words.folded(domain), since.toEpochMilli(), address);
    }

    /** Takes the addresses of a message that goes into the index. */
    void add(MailDocument document) {
        for (List<Mailbox> mailboxes : List.of(document.from(), document.to(), document.cc(), document.bcc())) {
            mailboxes.forEach(mailbox -> add(mailbox.address()));
        }
        document.recipients().forEach(this::add);
    }

    private void add(String address) {
        int at = address.lastIndexOf('@');
        if (at >= 0 && address.length() <= LONGEST) {
            AddressSet addresses = followed.get(Words.folded(address.substring(at + 1)));
            if (addresses != null) {
                addresses.add(Words.folded(address));
            }
        }
    }

    /** How many there are. A domain that is not the organisation's, or not yet, is looked up at each call. */
    long count(Set<String> domains) throws IOException {
        Map<String, AddressSet> counted = new HashMap<>();
        for (String domain : domains) {
            String folded = Words.folded(domain);
            AddressSet known = followed.get(folded);
            counted.put(folded, known != null ? known : lookedUp(folded));
        }
        return counted.values().stream().mapToLong(AddressSet::size).sum();
    }
}
