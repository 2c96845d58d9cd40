package org.muniment.server.audit;

import java.io.Closeable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.muniment.archive.LogTrail;
import org.muniment.server.database.LogRows;

/** The archive logs of all organisations, each followed into the database while its archive is open. Thread-safe. */
public final class AuditLogs implements Closeable {
    private final LogRows rows;
    private final Map<String, LogProjection> projections = new ConcurrentHashMap<>();
    private final Map<String, AuditLog> logs = new ConcurrentHashMap<>();

    public AuditLogs(LogRows rows) {
        this.rows = rows;
    }

    /** Follows the log of an organisation from now on; it must not be followed already. */
    public void follow(String organisation, LogTrail trail) {
        var projection = new LogProjection(organisation, trail, rows);
        if (projections.putIfAbsent(organisation, projection) != null) {
            throw new IllegalStateException("the log of " + organisation + " is followed already");
        }
        logs.put(organisation, new AuditLog(organisation, projection, rows));
        projection.start();
    }

    /** The log of an organisation, if its archive is open. */
    public Optional<AuditLog> find(String organisation) {
        return Optional.ofNullable(logs.get(organisation));
    }

    /** Ends the requests that follow a log: they never end by themselves, and HTTP would wait for them. */
    public void sendReadersAway() {
        projections.values().forEach(LogProjection::sendReadersAway);
    }

    /** Ends following. Before the archives are closed. */
    @Override
    public void close() {
        projections.values().forEach(LogProjection::close);
        projections.clear();
        logs.clear();
    }
}
