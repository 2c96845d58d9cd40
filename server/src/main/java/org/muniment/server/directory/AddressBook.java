package org.muniment.server.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.muniment.server.database.Database;

/**
 * Names and addresses of all accounts of an organisation, in memory: what somebody types is looked for anywhere in them, which
 * no index of the database helps with. All of them are one text, which is looked through much faster than as many texts as
 * there are accounts. Immutable.
 */
final class AddressBook {
    private static final char ADDRESS = '\1';
    private static final char NAME = '\2';
    private static final char ALIASES = '\3';

    /** Of each account, by address: its address, name and aliases in the form of {@link MemberNames#key}, marked. */
    private final String text;

    private final String[] ids;
    private final int[] begins;

    private AddressBook(String text, List<String> ids, List<Integer> begins) {
        this.text = text;
        this.ids = ids.toArray(String[]::new);
        this.begins = begins.stream().mapToInt(Integer::intValue).toArray();
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
        var text = new StringBuilder();
        List<String> ids = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        database.jdbc()
                .sql("select id, address, name_key from directory_account where organisation = ? order by address")
                .param(organisation)
                .query(row -> {
                    String id = Objects.requireNonNull(row.getString(1));
                    ids.add(id);
                    begins.add(text.length());
                    text.append(ADDRESS).append(row.getString(2)).append(NAME).append(row.getString(3));
                    text.append(ALIASES).append(aliases.getOrDefault(id, ""));
                });
        return new AddressBook(text.toString(), ids, begins);
    }

    /** Ids of accounts whose address begins so, then of those whose name does, then of those that hold it anywhere. */
    List<String> suggested(String key, int limit) {
        Set<String> suggested = new LinkedHashSet<>();
        if (isKey(key)) {
            collect(ADDRESS + key, suggested, limit);
            collect(NAME + key, suggested, limit);
            collect(key, suggested, limit);
        }
        return List.copyOf(suggested);
    }

    /** Ids of accounts that hold it anywhere, at most so many. */
    List<String> holding(String key, int most) {
        Set<String> found = new LinkedHashSet<>();
        if (isKey(key)) {
            collect(key, found, most);
        }
        return List.copyOf(found);
    }

    /** Nobody has one of the marks in a name. */
    private static boolean isKey(String key) {
        return key.chars().allMatch(c -> c > ALIASES);
    }

    /** Adds whoever holds it, by address, until there are so many. */
    private void collect(String wanted, Set<String> ids, int most) {
        int at = text.indexOf(wanted);
        while (at >= 0 && at < text.length() && ids.size() < most) {
            int place = place(at);
            ids.add(this.ids[place]);
            at = place + 1 < begins.length ? text.indexOf(wanted, begins[place + 1]) : -1;
        }
    }

    /** Whose part of the text that is. */
    private int place(int at) {
        int found = Arrays.binarySearch(begins, at);
        return found >= 0 ? found : -found - 2;
    }
}
