package org.muniment.server.archives;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muniment.archive.Actor;
import org.muniment.server.database.Database;
import org.muniment.server.database.RuleSettings;
import org.muniment.server.database.RuleTable;

/** Changes what an organisation sets of the archiving rules. Thread-safe. */
public final class RuleChanges {
    private final OpenArchives archives;
    private final RuleTable table;
    private final Database database;

    public RuleChanges(OpenArchives archives, RuleTable table, Database database) {
        this.archives = archives;
        this.table = table;
        this.database = database;
    }

    /** What an organisation has set. */
    public RuleSettings now(String organisation) {
        return table.of(organisation);
    }

    /** Makes new settings out of those before. */
    @FunctionalInterface
    public interface Wish {
        RuleSettings after(RuleSettings before);
    }

    /**
     * Makes the settings what they are wished to be, for every mail from here on; does nothing if they are so already.
     * The log entry comes first: what cannot be logged is not changed.
     *
     * @param reason why, for the log
     */
    public synchronized RuleSettings change(String organisation, Wish wish, String reason, Actor actor)
            throws IOException {
        RuleSettings before = table.of(organisation);
        RuleSettings after = wish.after(before);
        if (after.equals(before)) {
            return before;
        }
        archives.of(organisation).archive().log(actor, "archive.settings", detail(organisation, before, after, reason));
        table.keep(organisation, after);
        archives.refresh(organisation); // what is committed counts, whether or not it can be synced
        database.sync();
        return after;
    }

    private static Map<String, String> detail(
            String organisation, RuleSettings before, RuleSettings after, String reason) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("object", organisation);
        detail.put("reason", reason);
        put(detail, "monitors", String.join(" ", before.monitors()), String.join(" ", after.monitors()));
        put(
                detail,
                "marker_headers",
                String.join(" ", before.markerHeaders()),
                String.join(" ", after.markerHeaders()));
        put(detail, "separate_send", RuleSettings.key(before.separateSend()), RuleSettings.key(after.separateSend()));
        return detail;
    }

    private static void put(Map<String, String> detail, String field, String before, String after) {
        if (!before.equals(after)) {
            detail.put("before." + field, before);
            detail.put("after." + field, after);
        }
    }
}
