package org.muniment.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.muniment.server.home.Home;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The embedded database of a home, opened and brought to the newest schema. Thread-safe.
 *
 * <p>Every commit is written to the file before it returns, so a killed process loses nothing that was answered;
 * {@link #sync} makes it safe against a power loss too. Losing the database loses no mail and no log entry.
 */
public final class Database implements Closeable {
    /** Enough for sign-ins and switches; no request holds a connection while it waits for anything else. */
    private static final int CONNECTIONS = 8;

    /**
     * An array of texts, a parameter, as a table to join with. H2 finds {@code organisation = ? and address = any(?)} by the
     * first column of an index alone and so looks at everything an organisation has; a join uses both.
     */
    public static final String OF_TEXTS = "unnest(cast(? as varchar array))";

    private static final int NUMBERS_AT_ONCE = 10_000;
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS";

    private final HikariDataSource source;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;

    private Database(HikariDataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.batches = new JdbcTemplate(source);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /**
     * Opens the database of the home, making it if there is none. The home must be locked by this process.
     *
     * @throws IOException with a sentence for the operator if it cannot be opened
     */
    public static Database open(Home home) throws IOException {
        var source = new HikariDataSource(configuration("jdbc:h2:file:" + home.database() + OPTIONS));
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            var database = new Database(source);
            database.drawNumbersInBulk();
            return database;
        } catch (FlywayException e) {
            source.close();
            throw new IOException("The database " + home.database() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * A column that numbers its rows draws so many numbers at once. H2 writes the whole store each time it draws, which is
     * after 32 rows otherwise: half of the time that a large import takes. Numbers still grow with time; those that were
     * drawn and not used when a process is killed are left out.
     */
    private void drawNumbersInBulk() {
        jdbc.sql("select table_name, column_name from information_schema.columns"
                        + " where table_schema = 'public' and is_identity = 'YES'")
                .query((row, _) -> "alter table " + row.getString(1) + " alter column " + row.getString(2)
                        + " set cache " + NUMBERS_AT_ONCE)
                .list()
                .forEach(change -> jdbc.sql(change).update());
    }

    private static HikariConfig configuration(String url) {
        var config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(
                -1); // the migration opens the first connection and tells better what is wrong
        return config;
    }

    /** For the packages that keep tables of their own. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Does all of it or none of it. */
    public void inTransaction(Runnable work) {
        transactions.executeWithoutResult(_ -> work.run());
    }

    /** Does all of it or none of it, and gives back what came of it. */
    public <T> T transacted(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    /** Runs one statement for each row of parameters. */
    public void batch(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows);
        }
    }

    /** The same for many rows, which are made as they are written: a thousand of them are in memory at a time. */
    public void batch(String sql, Stream<@Nullable Object[]> rows) {
        rows.gather(Gatherers.windowFixed(ROWS_AT_ONCE)).forEach(some -> batches.batchUpdate(sql, some));
    }

    /** Returns when everything committed so far would survive a power loss. */
    public void sync() throws IOException {
        try {
            jdbc.sql("checkpoint sync").update();
        } catch (DataAccessException e) {
            throw new IOException("The database could not be synced to disk.", e);
        }
    }

    /** Closes in good order. */
    @Override
    public void close() {
        try {
            jdbc.sql("shutdown").update();
        } finally {
            source.close();
        }
    }
}
