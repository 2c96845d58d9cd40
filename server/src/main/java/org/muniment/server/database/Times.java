package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as JDBC 4.2 wants them: every driver takes OffsetDateTime, not every one Instant. */
public final class Times {
    /** Later than all of them. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private Times() {}

    /** An instant for a column. */
    public static OffsetDateTime column(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** The instant of a column that is never null. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The instant of a column, {@code null} where it is. */
    public static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
