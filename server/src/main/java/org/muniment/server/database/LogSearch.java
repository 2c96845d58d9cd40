package org.muniment.server.database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries of the projected log by a filter: along an index where there is one for it, and through the blocks where words
 * are looked for. Thread-safe.
 */
final class LogSearch {
    /** Up to so many administrators or types are asked for one by one, each along its own index. */
    private static final int MOST_BRANCHES = 40;

    private static final Comparator<LogRow> NEWEST_FIRST =
            Comparator.comparing(LogRow::at).thenComparingLong(LogRow::place).reversed();

    /** Entries that may pass and are looked at to be counted: who reads a page does not wait for more. */
    private static final int MOST_LOOKED_AT = 10_000;

    /** Entries that one statement counts. */
    private static final int LOOKED_AT_ONCE = 2_000;

    private final Database database;
    private final LogBlocks blocks;

    LogSearch(Database database, LogBlocks blocks) {
        this.database = database;
        this.blocks = blocks;
    }

    List<LogRow> following(LogFilter filter, long place, int most) {
        var where = new LogCondition(filter);
        where.add("place > ?", place);
        if (!filter.isLookedFor()) {
            return where.read(database.jdbc(), "organisation, place", most);
        }
        List<LogRow> found = new ArrayList<>();
        LogBlocks.Walk walk = blocks.following(filter, place);
        for (LogBlock block = walk.next(); block != null && found.size() < most; block = walk.next()) {
            found.addAll(where.readAmong(database.jdbc(), block.first(), block.last()));
        }
        return firstOf(found, Comparator.comparingLong(LogRow::place), most);
    }

    List<LogRow> page(LogFilter filter, LogRows.@Nullable Behind behind, int most) {
        if (filter.isLookedFor()) {
            return lookedFor(filter, behind, most);
        }
        List<LogRow> page = new ArrayList<>();
        for (LogFilter branch : branches(filter)) {
            page.addAll(branchPage(branch, behind, most));
        }
        return firstOf(page, NEWEST_FIRST, most);
    }

    private static List<LogRow> firstOf(List<LogRow> rows, Comparator<LogRow> order, int most) {
        return rows.stream().sorted(order).limit(most).toList();
    }

    /** Through the blocks, the newest first, until no other block can have an entry that is newer than the last found. */
    private List<LogRow> lookedFor(LogFilter filter, LogRows.@Nullable Behind behind, int most) {
        var where = new LogCondition(filter);
        if (behind != null) {
            where.behind(behind);
        }
        List<LogRow> found = new ArrayList<>();
        LogBlocks.Walk walk = blocks.newestFirst(filter, upTo(filter, behind));
        for (LogBlock block = walk.next(); block != null; block = walk.next()) {
            if (found.size() >= most && found.getLast().at().isAfter(block.newest())) {
                break;
            }
            List<LogRow> more = where.readAmong(database.jdbc(), block.first(), block.last());
            if (!more.isEmpty()) {
                found.addAll(more);
                found = new ArrayList<>(firstOf(found, NEWEST_FIRST, most));
            }
        }
        return List.copyOf(found);
    }

    private static Instant upTo(LogFilter filter, LogRows.@Nullable Behind behind) {
        Instant to = filter.to() == null ? Times.NEVER : filter.to();
        return behind == null || to.isBefore(behind.at()) ? to : behind.at();
    }

    private List<LogRow> branchPage(LogFilter filter, LogRows.@Nullable Behind behind, int most) {
        var where = new LogCondition(filter);
        if (behind == null && filter.to() == null) {
            where.add("at <= ?", Times.column(Times.NEVER)); // says nothing, but lets H2 walk along the index by time
        }
        if (behind != null) {
            where.behind(behind);
        }
        return where.read(database.jdbc(), order(filter), most);
    }

    /** Along an index, so that the newest are found without sorting all. */
    private static String order(LogFilter filter) {
        String first = filter.actors().size() == 1
                ? "actor, "
                : filter.types().size() == 1 ? "type, " : filter.object() != null ? "object, " : "";
        return "organisation, " + first + "at desc, place desc";
    }

    /** One filter per administrator or type, which the indexes know. */
    private static List<LogFilter> branches(LogFilter filter) {
        int actors = filter.actors().size();
        int types = filter.types().size();
        if (actors > 1 && actors <= MOST_BRANCHES) {
            return filter.actors().stream().map(filter::withActor).toList();
        }
        if (actors == 0 && types > 1 && types <= MOST_BRANCHES) {
            return filter.types().stream().map(filter::withType).toList();
        }
        return List.of(filter);
    }

    LogRows.Counted count(LogFilter filter, int most) {
        if (filter.isLookedFor()) {
            return countLookedFor(filter, most);
        }
        long sum = 0;
        for (LogFilter branch : branches(filter)) {
            sum += new LogCondition(branch).count(database.jdbc(), most - sum);
        }
        return new LogRows.Counted(sum, sum < most);
    }

    private LogRows.Counted countLookedFor(LogFilter filter, int most) {
        var where = new LogCondition(filter);
        LogBlocks.Walk walk = blocks.newestFirst(filter, upTo(filter, null));
        long sum = 0;
        long seen = 0;
        LogBlock block = walk.next();
        while (block != null && sum < most && seen < MOST_LOOKED_AT) {
            long first = block.first();
            long last = block.last();
            block = walk.next();
            while (block != null && block.last() == first - 1 && last - first < LOOKED_AT_ONCE) {
                first = block.first();
                block = walk.next();
            }
            sum += where.countAmong(database.jdbc(), first, last);
            seen += last - first + 1;
        }
        return sum < most ? new LogRows.Counted(sum, block == null) : new LogRows.Counted(most, false);
    }
}
