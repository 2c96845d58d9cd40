package org.muniment.server.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Directory;
import org.muniment.archive.UnknownDepartmentException;
import org.muniment.index.Expansion.Holding;
import org.muniment.server.database.Database;
import org.muniment.server.database.Times;

/** What the archive of one organisation is told of its people. Reads the database at every call; thread-safe. */
final class MemberDirectory implements Directory {
    private final Database database;
    private final MemberLookup lookup;
    private final MailDomains domains;
    private final String organisation;

    MemberDirectory(Database database, MemberLookup lookup, MailDomains domains, String organisation) {
        this.database = database;
        this.lookup = lookup;
        this.domains = domains;
        this.organisation = organisation;
    }

    @Override
    public Map<String, List<Holding>> aliases(Set<String> accounts, Instant asOf) {
        List<MailDomain> known = domains.withAliases(organisation);
        Map<String, Set<String>> sameMailbox = new HashMap<>();
        Set<String> asked = new LinkedHashSet<>();
        for (String account : accounts) {
            Set<String> same = domains.sameMailbox(known, account.toLowerCase(Locale.ROOT));
            sameMailbox.put(account, same);
            asked.addAll(same);
        }
        Map<String, Owner> owners = owners(asked, asOf);
        Set<String> later = addedAfter(asOf);
        owners.values().removeIf(owner -> later.contains(owner.account()));
        Map<String, List<AddressSpan>> theirs = addresses(owners);
        Map<String, List<Holding>> aliases = new HashMap<>();
        sameMailbox.forEach((account, same) -> {
            List<Holding> further = new ArrayList<>();
            same.forEach(one -> further.add(new Holding(one, null, null)));
            for (AddressSpan span : theirs.getOrDefault(owner(same, owners), List.of())) {
                for (String address : domains.sameMailbox(known, span.address())) {
                    further.add(new Holding(address, span.since(), span.until()));
                }
            }
            aliases.put(account, further);
        });
        return aliases;
    }

    private static String owner(Set<String> same, Map<String, Owner> owners) {
        return same.stream()
                .flatMap(address -> Optional.ofNullable(owners.get(address)).stream())
                .map(Owner::account)
                .findFirst()
                .orElse("");
    }

    /** Whose an address was last, as far as it was known at that moment. */
    private record Owner(String account, Instant until) {}

    private Map<String, Owner> owners(Set<String> addresses, Instant asOf) {
        Map<String, Owner> owners = new HashMap<>();
        database.jdbc()
                .sql("select d.address, d.account, d.since, d.ended from " + Database.OF_TEXTS + " wanted(address)"
                        + " join directory_address d on d.organisation = ? and d.address = wanted.address"
                        + " order by d.id")
                .param(addresses.toArray(String[]::new))
                .param(organisation)
                .query(row -> {
                    Instant since = Times.readNullable(row, "since");
                    if (since == null || !since.isAfter(asOf)) {
                        Instant until = until(Times.readNullable(row, "ended"), asOf);
                        owners.merge(
                                row.getString("address"),
                                new Owner(row.getString("account"), until),
                                (a, b) -> b.until().isBefore(a.until()) ? a : b);
                    }
                });
        return owners;
    }

    private static Instant until(@Nullable Instant ended, Instant asOf) {
        return ended == null || ended.isAfter(asOf) ? Instant.MAX : ended;
    }

    private Map<String, List<AddressSpan>> addresses(Map<String, Owner> owners) {
        Map<String, List<AddressSpan>> addresses = new HashMap<>();
        if (owners.isEmpty()) {
            return addresses;
        }
        String[] accounts =
                owners.values().stream().map(Owner::account).distinct().toArray(String[]::new);
        database.jdbc()
                .sql("select d.address, d.account, d.since, d.ended from " + Database.OF_TEXTS + " wanted(account)"
                        + " join directory_address d on d.account = wanted.account and d.organisation = ?"
                        + " order by d.id")
                .param(accounts)
                .param(organisation)
                .query(row -> {
                    String account = row.getString("account");
                    addresses
                            .computeIfAbsent(account, _ -> new ArrayList<>())
                            .add(new AddressSpan(
                                    row.getString("address"),
                                    account,
                                    Times.readNullable(row, "since"),
                                    Times.readNullable(row, "ended")));
                });
        return addresses;
    }

    @Override
    public List<Holding> members(String reference, boolean below, Instant asOf) throws UnknownDepartmentException {
        DepartmentTree tree = lookup.tree(organisation);
        Department department = tree.find(reference)
                .or(() -> tree.at(List.of(reference.split("/", -1))))
                .orElseThrow(() -> new UnknownDepartmentException(reference));
        Set<String> later = addedAfter(asOf);
        return lookup.accountsOf(organisation, List.of(department.id()), below, MemberLookup.When.AT_TIME).stream()
                .filter(span -> !later.contains(span.account()))
                .map(span -> new Holding(span.address(), span.since(), span.until()))
                .toList();
    }

    /** Accounts that were not known yet at that moment, although what they are told to be may reach back before it. */
    private Set<String> addedAfter(Instant moment) {
        return Set.copyOf(database.jdbc()
                .sql("select id from directory_account where organisation = ? and created > ?")
                .param(organisation)
                .param(Times.column(moment))
                .query(String.class)
                .list());
    }
}
