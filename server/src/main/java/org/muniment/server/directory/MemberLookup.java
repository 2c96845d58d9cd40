package org.muniment.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.muniment.server.database.Times;

/**
 * What other parts of the server ask the directory. Ids and addresses of another organisation are not known here.
 *
 * <p>Addresses are in lower case. An address of a domain that stands for another one is the same mailbox as the address
 * there, so answers that list addresses list it under all names. Every call asks the database; whoever asks often keeps
 * the answer until {@link #onChange} tells that it may be another one. Thread-safe.
 */
public final class MemberLookup {

    /** Whose mail a department's mail is. */
    public enum When {
        /** Of those who were in it when the mail was sent. */
        AT_TIME,
        /** Of those who are in it now, all their mail. */
        NOW
    }

    private final Database database;
    private final ChangeDoor door;
    private final Members members;
    private final MailDomains domains;

    MemberLookup(Database database, ChangeDoor door, Members members, MailDomains domains) {
        this.database = database;
        this.door = door;
        this.members = members;
        this.domains = domains;
    }

    /**
     * The addresses of departments, with the times for which they count. Spans of one address may overlap; unknown
     * departments have none. With {@link When#NOW} spans are open at both ends, and those who have left are not among them.
     *
     * @param departments ids; closed departments have their members of before
     * @param subdepartments whether what lies below counts too, as the tree is now
     */
    public List<AddressSpan> accountsOf(
            String organisation, Collection<String> departments, boolean subdepartments, When when) {
        Set<String> all = expanded(organisation, departments, subdepartments);
        if (all.isEmpty()) {
            return List.of();
        }
        String now = when == When.NOW ? " and m.ended is null and d.live = true" : "";
        Set<AddressSpan> spans = new LinkedHashSet<>();
        List<MailDomain> known = domains.withAliases(organisation);
        database.jdbc()
                .sql("select d.address, d.account, m.since as m_since, m.ended as m_ended, d.since as d_since,"
                        + " d.ended as d_ended from " + Database.OF_TEXTS + " wanted(department)"
                        + " join directory_membership m on m.department = wanted.department"
                        + " join directory_address d on d.account = m.account"
                        + " where m.organisation = ?" + now)
                .param(all.toArray(String[]::new))
                .param(organisation)
                .query(row -> {
                    AddressSpan span = when == When.NOW
                            ? new AddressSpan(row.getString("address"), row.getString("account"), null, null)
                            : intersection(row);
                    if (isSome(span)) {
                        for (String address : domains.sameMailbox(known, span.address())) {
                            spans.add(new AddressSpan(address, span.account(), span.since(), span.until()));
                        }
                    }
                });
        return List.copyOf(spans);
    }

    private static AddressSpan intersection(ResultSet row) throws SQLException {
        return new AddressSpan(
                row.getString("address"),
                row.getString("account"),
                later(Times.readNullable(row, "m_since"), Times.readNullable(row, "d_since")),
                earlier(Times.readNullable(row, "m_ended"), Times.readNullable(row, "d_ended")));
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private static boolean isSome(AddressSpan span) {
        return span.since() == null || span.until() == null || span.since().isBefore(span.until());
    }

    /** These departments that there are, with all below them if that is asked for. */
    public Set<String> expanded(String organisation, Collection<String> departments, boolean subdepartments) {
        DepartmentTree tree = members.tree(organisation);
        Set<String> all = new LinkedHashSet<>();
        for (String id : departments) {
            if (subdepartments) {
                all.addAll(tree.withSubdepartments(id));
            } else {
                tree.find(id).ifPresent(one -> all.add(one.id()));
            }
        }
        return all;
    }

    /** The departments in which the owner of an address was at a moment; empty if it had none. */
    public Set<String> departmentsOf(String organisation, String address, Instant at) {
        Set<String> found = new LinkedHashSet<>();
        List<String> same = new ArrayList<>(domains.sameMailbox(domains.withAliases(organisation), address));
        database.jdbc()
                .sql("select m.department, d.address, d.account, m.since as m_since, m.ended as m_ended,"
                        + " d.since as d_since, d.ended as d_ended from " + Database.OF_TEXTS + " wanted(address)"
                        + " join directory_address d on d.organisation = ? and d.address = wanted.address"
                        + " join directory_membership m on m.account = d.account order by m.id")
                .param(same.toArray(String[]::new))
                .param(organisation)
                .query(row -> {
                    if (intersection(row).holdsAt(at)) {
                        found.add(row.getString("department"));
                    }
                });
        return found;
    }

    /** Every address that an account has now, with the state of the account. A map of its own for each call. */
    public Map<String, AccountState> states(String organisation) {
        Map<String, AccountState> states = new HashMap<>();
        List<MailDomain> known = domains.withAliases(organisation);
        database.jdbc()
                .sql("select d.address, a.state from directory_address d join directory_account a on a.id = d.account"
                        + " where d.organisation = ? and d.live = true")
                .param(organisation)
                .query(row -> {
                    AccountState state = AccountState.of(row.getString("state"));
                    for (String address : domains.sameMailbox(known, row.getString("address"))) {
                        states.put(address, state);
                    }
                });
        return states;
    }

    /** The account that has an address now. */
    public Optional<Account> account(String organisation, String address) {
        for (String same : domains.sameMailbox(domains.withAliases(organisation), address)) {
            Optional<Account> found = members.byAddress(organisation, same);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The tree of now, kept in memory: cheap. */
    public DepartmentTree tree(String organisation) {
        return members.tree(organisation);
    }

    /** A number that grows with each change of the organisation's directory. */
    public long revision(String organisation) {
        return door.revision(organisation);
    }

    /** Tells the organisation after each change of its directory, on the thread that made it. Must be quick. */
    public void onChange(Consumer<String> listener) {
        door.onChange(listener);
    }
}
