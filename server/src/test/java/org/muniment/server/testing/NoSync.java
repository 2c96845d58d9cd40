package org.muniment.server.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.muniment.server.home.Home;

/**
 * While it is open, the database of a home commits as ever and cannot be synced to disk: its user has lost the right to ask
 * for that. The database must be in use by this process.
 */
public final class NoSync implements AutoCloseable {
    private final Connection other;

    private NoSync(Connection other) {
        this.other = other;
    }

    /** From here on nothing can be synced. */
    public static NoSync of(Path home) throws SQLException {
        String url = "jdbc:h2:file:" + new Home(home).database() + ";IFEXISTS=TRUE";
        try (Connection own = DriverManager.getConnection(url, "sa", "");
                Statement statement = own.createStatement()) {
            statement.execute("create user if not exists \"OTHER\" password 'other' admin");
            statement.execute("grant select, insert, update, delete on schema \"public\" to \"SA\"");
        }
        var without = new NoSync(DriverManager.getConnection(url, "other", "other"));
        without.beAdministrator(false);
        return without;
    }

    private void beAdministrator(boolean yes) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("alter user \"SA\" admin " + yes);
        }
    }

    /** Syncing works again. */
    @Override
    public void close() throws SQLException {
        beAdministrator(true);
        other.close();
    }
}
