package org.muniment.server.directory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Addresses of an organisation's domains that take part in archived mail and belong to no account. Thread-safe. */
public final class UnknownAddresses {
    /** More are not listed: then something else is wrong, such as mail to made-up names. */
    static final int MOST = 100_000;

    private final MemberLookup lookup;
    private final MailDomains domains;

    UnknownAddresses(MemberLookup lookup, MailDomains domains) {
        this.lookup = lookup;
        this.domains = domains;
    }

    /** Names the addresses of a domain that take part in archived mail. */
    @FunctionalInterface
    public interface Seen {
        void addresses(String domain, Consumer<String> each) throws IOException;
    }

    /**
     * Some of them, sorted.
     *
     * @param next behind which the next page begins; {@code null} at the end
     */
    public record Page(
            List<String> addresses, int total, @Nullable String next) {}

    /**
     * Those that there are.
     *
     * @param domain only of this one; {@code null} for all
     * @param behind the address behind which they begin; {@code null} for the first
     */
    public Page list(String organisation, Seen seen, @Nullable String domain, @Nullable String behind, int limit)
            throws IOException {
        Set<String> known = lookup.states(organisation).keySet();
        var unknown = new TreeSet<String>();
        for (String name : domains.names(organisation)) {
            if (domain == null || domain.equals(name)) {
                seen.addresses(name, address -> {
                    if (unknown.size() < MOST && !known.contains(address)) {
                        unknown.add(address);
                    }
                });
            }
        }
        List<String> rest = new ArrayList<>(behind == null ? unknown : unknown.tailSet(behind, false));
        boolean more = rest.size() > limit;
        List<String> shown = more ? rest.subList(0, limit) : rest;
        return new Page(List.copyOf(shown), unknown.size(), more ? shown.getLast() : null);
    }
}
