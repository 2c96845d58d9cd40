package org.muniment.server.accounts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.muniment.archive.OpenAccounts;

/** The archive accounts of every organisation in memory, for the decision about each mail. Thread-safe. */
public final class AccountSets {
    private final AccountRows rows;
    private final Function<String, Mailboxes> directory;
    private final Map<String, AccountSet> sets = new ConcurrentHashMap<>();

    AccountSets(AccountRows rows, Function<String, Mailboxes> directory) {
        this.rows = rows;
        this.directory = directory;
    }

    /** The accounts of an organisation, as they are whenever it is asked. */
    public OpenAccounts live(String organisation) {
        return address -> now(organisation).of(address);
    }

    /** How many accounts of the organisation are known, open or not. */
    public int known(String organisation) {
        return now(organisation).known();
    }

    /** How many are open. */
    public int open(String organisation) {
        return now(organisation).open();
    }

    AccountSet now(String organisation) {
        AccountSet known = sets.get(organisation);
        return known != null ? known : sets.computeIfAbsent(organisation, this::read);
    }

    private AccountSet read(String organisation) {
        return AccountSet.of(rows.all(organisation), directory.apply(organisation));
    }

    /** Reads them again; who asks from here on gets what there is now. */
    void refresh(String organisation) {
        sets.compute(organisation, (id, _) -> read(id));
    }

    /** What the directory says of its addresses now. */
    Mailboxes mailboxes(String organisation) {
        return now(organisation).mailboxes();
    }
}
