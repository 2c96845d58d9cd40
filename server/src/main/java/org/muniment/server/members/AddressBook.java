package org.muniment.server.members;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.muniment.server.directory.Database;

/**
 * Names and addresses of all accounts of an organisation, in memory: what somebody types is looked for anywhere in them, which
 * no index of the database helps with. Immutable.
 */
final class AddressBook {

    /** An account as it is looked for; everything in the form of {@link MemberNames#key}. */
    private record Entry(String id, String address, String name, String aliases) {

        boolean holds(String key) {
            return address.contains(key) || name.contains(key) || aliases.contains(key);
        }
    }

    /** By address. */
    private final List<Entry> entries;

    private AddressBook(List<Entry> entries) {
        this.entries = entries;
    }

    static AddressBook read(Database database, String organisation) {
        Map<String, String> aliases = new HashMap<>();
        database.jdbc()
                .sql("select account, address from directory_address"
                        + " where organisation = ? and live = true and place > 0")
                .param(organisation)
                .query(row -> {
                    aliases.merge(
                            Objects.requireNonNull(row.getString(1)),
                            Objects.requireNonNull(row.getString(2)),
                            (some, more) -> some + "\n" + more);
                });
        return new AddressBook(database.jdbc()
                .sql("select id, address, name_key from directory_account where organisation = ? order by address")
                .param(organisation)
                .query((row, _) -> new Entry(
                        row.getString(1), row.getString(2), row.getString(3), aliases.getOrDefault(row.getString(1), "")))
                .list());
    }

    /** Ids of accounts whose address begins so, then of those whose name does, then of those that hold it anywhere. */
    List<String> suggested(String key, int limit) {
        Set<String> begun = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        Set<String> held = new LinkedHashSet<>();
        for (Entry one : entries) {
            if (one.address().startsWith(key)) {
                begun.add(one.id());
            } else if (named.size() < limit && one.name().startsWith(key)) {
                named.add(one.id());
            } else if (held.size() < limit && one.holds(key)) {
                held.add(one.id());
            }
            if (begun.size() >= limit) {
                break;
            }
        }
        begun.addAll(named);
        begun.addAll(held);
        return begun.stream().limit(limit).toList();
    }

    /** Ids of accounts that hold it anywhere, at most so many. */
    List<String> holding(String key, int most) {
        List<String> found = new ArrayList<>();
        for (Entry one : entries) {
            if (one.holds(key)) {
                found.add(one.id());
                if (found.size() >= most) {
                    break;
                }
            }
        }
        return found;
    }
}
