package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The blocks of the log in the database. Thread-safe; its walks are not. */
final class LogBlocks {
    /** Blocks that are read at once. */
    private static final int AT_ONCE = 128;

    private final Database database;

    LogBlocks(Database database) {
        this.database = database;
    }

    /**
     * Notes entries that follow each other. Within the caller's transaction. What was noted from the first of them on is
     * forgotten: then the projection was set back.
     */
    void extend(String organisation, List<LogRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        long place = rows.getFirst().place();
        delete(organisation, place);
        List<LogBlock> changed = new ArrayList<>();
        newest(organisation).filter(block -> block.last() >= place - 1).ifPresent(block -> {
            block.cut(place);
            changed.add(block);
        });
        for (LogRow row : rows) {
            if (changed.isEmpty() || changed.getLast().isFull()) {
                changed.add(LogBlock.beginning(row));
            } else {
                changed.getLast().add(row);
            }
        }
        delete(organisation, changed.getFirst().first());
        insert(organisation, changed);
    }

    private void delete(String organisation, long from) {
        database.jdbc()
                .sql("delete from log_block where organisation = ? and first_place >= ?")
                .params(organisation, from)
                .update();
    }

    private void insert(String organisation, List<LogBlock> blocks) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (LogBlock block : blocks) {
            rows.add(new @Nullable Object[] {
                organisation,
                block.first(),
                block.last(),
                Times.column(block.oldest()),
                Times.column(block.newest()),
                block.signs().toBytes()
            });
        }
        database.batch(
                "insert into log_block (organisation, first_place, last_place, oldest, newest, signs)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** The block of the newest entries. */
    Optional<LogBlock> newest(String organisation) {
        return database.jdbc()
                .sql(
                        "select * from log_block where organisation = ? order by organisation desc, first_place desc limit 1")
                .param(organisation)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The blocks with the entries from one place to another, in the order of the log. */
    List<LogBlock> between(String organisation, long first, long last) {
        return database.jdbc()
                .sql("select * from log_block where organisation = ? and first_place between ? and ?"
                        + " order by organisation, first_place")
                .params(organisation, beginning(organisation, first), last)
                .query((row, _) -> read(row))
                .list();
    }

    /** Where the block with that place begins. */
    private long beginning(String organisation, long place) {
        return database.jdbc()
                .sql("select first_place from log_block where organisation = ? and first_place <= ?"
                        + " order by organisation desc, first_place desc limit 1")
                .params(organisation, place)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static LogBlock read(ResultSet row) throws SQLException {
        return new LogBlock(
                row.getLong("first_place"),
                row.getLong("last_place"),
                Times.read(row, "oldest"),
                Times.read(row, "newest"),
                LogSigns.of(row.getBytes("signs")));
    }

    /** Goes through the blocks in which something may be that passes a filter; reads as it goes. */
    abstract static class Walk {
        private final LogSigns.Wanted wanted;
        private final @Nullable Instant from;
        private final @Nullable Instant to;
        private final Deque<LogBlock> read = new ArrayDeque<>();
        private boolean ended;

        private Walk(LogFilter filter) {
            wanted = new LogSigns.Wanted(filter);
            from = filter.from();
            to = filter.to();
        }

        /** Blocks behind those that were read before. */
        abstract List<LogBlock> more();

        /** Whether nothing that comes behind the block can pass. */
        boolean isPast(LogBlock block) {
            return false;
        }

        /** The next one; {@code null} at the end. */
        @Nullable
        LogBlock next() {
            while (true) {
                LogBlock block = read.poll();
                if (block == null && ended) {
                    return null;
                }
                if (block == null) {
                    List<LogBlock> more = more();
                    ended = more.size() < AT_ONCE || isPast(more.getLast());
                    read.addAll(more);
                } else if (mayHold(block)) {
                    return block;
                }
            }
        }

        private boolean mayHold(LogBlock block) {
            return (from == null || !block.newest().isBefore(from))
                    && (to == null || !block.oldest().isAfter(to))
                    && wanted.mayBeIn(block.signs());
        }
    }

    /**
     * By their newest entries, the newest first.
     *
     * @param upTo blocks of which all entries are newer are left out
     */
    Walk newestFirst(LogFilter filter, Instant upTo) {
        return new Walk(filter) {
            private Instant newest = Times.NEVER;
            private long first = Long.MAX_VALUE;

            @Override
            List<LogBlock> more() {
                List<LogBlock> more = database.jdbc()
                        .sql("select * from log_block where organisation = ? and newest <= ?"
                                + " and (newest < ? or first_place < ?) and oldest <= ?"
                                + " order by organisation, newest desc, first_place desc limit " + AT_ONCE)
                        .params(
                                filter.organisation(),
                                Times.column(newest),
                                Times.column(newest),
                                first,
                                Times.column(upTo))
                        .query((row, _) -> read(row))
                        .list();
                if (!more.isEmpty()) {
                    newest = more.getLast().newest();
                    first = more.getLast().first();
                }
                return more;
            }

            @Override
            boolean isPast(LogBlock block) {
                return filter.from() != null && block.newest().isBefore(filter.from());
            }
        };
    }

    /** In the order of the log, from the block that holds a place on. */
    Walk following(LogFilter filter, long place) {
        return new Walk(filter) {
            private long first = beginning(filter.organisation(), place);

            @Override
            List<LogBlock> more() {
                List<LogBlock> more = database.jdbc()
                        .sql("select * from log_block where organisation = ? and first_place >= ?"
                                + " order by organisation, first_place limit " + AT_ONCE)
                        .params(filter.organisation(), first)
                        .query((row, _) -> read(row))
                        .list();
                if (!more.isEmpty()) {
                    first = more.getLast().first() + 1;
                }
                return more;
            }
        };
    }
}
