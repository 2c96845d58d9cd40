package org.muniment.server.directory;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.muniment.archive.Actor;
import org.muniment.archive.LogEntry;
import org.muniment.server.database.Database;

/**
 * The one way to change a directory: one change of an organisation at a time, checked, then logged, then made as a whole,
 * then told to whoever follows. Thread-safe.
 */
final class ChangeDoor {
    private final Database database;
    private final ChangeLog log;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    ChangeDoor(Database database, ChangeLog log) {
        this.database = database;
        this.log = log;
    }

    /** Checks a change and prepares it; throws if it cannot be made. */
    @FunctionalInterface
    interface Preparing<R> {
        Change<R> prepare() throws IOException;
    }

    void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    <R> R change(String organisation, Actor actor, Preparing<R> preparing) throws IOException {
        return change(organisation, actor, preparing, () -> {});
    }

    /**
     * Makes a change.
     *
     * @param told runs as soon as the change is committed, before those who follow every change
     * @throws IOException if it could not be logged, or not be synced to disk: committed and told it is then all the same
     */
    <R> R change(String organisation, Actor actor, Preparing<R> preparing, Runnable told) throws IOException {
        synchronized (locks.computeIfAbsent(organisation, _ -> new Object())) {
            Change<R> change = preparing.prepare();
            if (change.type().isEmpty()) {
                return change.work().get();
            }
            log.log(organisation, actor, change.type(), change.detail());
            R result = made(organisation, actor, change);
            told.run(); // what is committed counts, whether or not it can be synced
            if (change.isOfDirectory()) {
                listeners.forEach(listener -> listener.accept(organisation));
            }
            database.sync();
            return result;
        }
    }

    /** Makes a change that is in the log, with the parts of its entry; if it cannot be made, the log says that too. */
    private <R> R made(String organisation, Actor actor, Change<R> change) throws IOException {
        try {
            for (Map<String, String> part : change.parts()) {
                log.log(organisation, actor, change.type() + "_part", part);
            }
            return database.transacted(() -> {
                if (change.isOfDirectory()) {
                    countUp(organisation);
                }
                return change.work().get();
            });
        } catch (IOException | RuntimeException e) {
            Detail detail = new Detail().put("failed", change.type());
            String object = change.detail().get(LogEntry.OBJECT);
            if (object != null) {
                detail.put(LogEntry.OBJECT, object);
            }
            try {
                log.log(organisation, actor, "directory.change_failed", detail.map());
            } catch (IOException | RuntimeException unlogged) {
                e.addSuppressed(unlogged);
            }
            throw e;
        }
    }

    private void countUp(String organisation) {
        int known = database.jdbc()
                .sql("update directory_revision set revision = revision + 1 where organisation = ?")
                .param(organisation)
                .update();
        if (known == 0) {
            database.jdbc()
                    .sql("insert into directory_revision (organisation, revision) values (?, 1)")
                    .param(organisation)
                    .update();
        }
    }

    /** Grows with every change of the organisation's directory. */
    long revision(String organisation) {
        return database.jdbc()
                .sql("select revision from directory_revision where organisation = ?")
                .param(organisation)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
