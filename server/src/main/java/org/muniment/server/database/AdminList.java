package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people of an organisation as those see them who look after them. Thread-safe. */
public final class AdminList {
    private static final String SELECT = "select p.*,"
            + " (select count(*) from person_session s where s.person = p.id and s.expires > ?) as sessions,"
            + " (select count(*) from api_token t where t.person = p.id and t.expires > ?) as tokens,"
            + " (select count(*) from passkey k where k.person = p.id) as passkeys,"
            + " (select count(*) from totp_secret s where s.person = p.id and s.pending = false) as totp,"
            + " (select i.expires from invitation i where i.person = p.id) as invitation"
            + " from person p where p.organisation = ?";

    private final Database database;
    private final People people;

    public AdminList(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** Whether somebody can sign in. */
    public enum State {
        /** She has set no password yet, and never signed in. */
        INVITED,
        ACTIVE,
        SUSPENDED
    }

    /** One person. */
    public record Admin(
            String id,
            String address,
            String name,
            Set<Role> roles,
            State state,
            boolean totp,
            boolean passkey,
            Optional<Sessions.SignInBefore> lastSignIn,
            int sessions,
            int tokens,
            Instant created,
            @Nullable Instant invitationExpires) {

        public Admin {
            roles = Set.copyOf(roles);
        }
    }

    /** All of an organisation, by address. */
    public List<Admin> all(String organisation, Instant now) {
        return database.jdbc()
                .sql(SELECT + " order by p.address")
                .param(Times.column(now))
                .param(Times.column(now))
                .param(organisation)
                .query((row, _) -> admin(row))
                .list();
    }

    /** One of an organisation. */
    public Optional<Admin> find(String organisation, String id, Instant now) {
        return database.jdbc()
                .sql(SELECT + " and p.id = ?")
                .param(Times.column(now))
                .param(Times.column(now))
                .param(organisation)
                .param(id)
                .query((row, _) -> admin(row))
                .optional();
    }

    /** How many an organisation has. */
    public int count(String organisation) {
        return database.jdbc()
                .sql("select count(*) from person where organisation = ?")
                .param(organisation)
                .query(Integer.class)
                .single();
    }

    private Admin admin(ResultSet row) throws SQLException {
        Instant signedIn = Times.readNullable(row, "signed_in_at");
        String client = row.getString("signed_in_client");
        return new Admin(
                row.getString("id"),
                row.getString("address"),
                row.getString("name"),
                people.roles(row.getString("id")),
                state(row, signedIn),
                row.getInt("totp") > 0,
                row.getInt("passkeys") > 0,
                Optional.ofNullable(signedIn).map(at -> new Sessions.SignInBefore(at, client == null ? "" : client)),
                row.getInt("sessions"),
                row.getInt("tokens"),
                Times.read(row, "created"),
                Times.readNullable(row, "invitation"));
    }

    private static State state(ResultSet row, @Nullable Instant signedIn) throws SQLException {
        if (Times.readNullable(row, "suspended") != null) {
            return State.SUSPENDED;
        }
        return row.getString("password_hash").isEmpty() && signedIn == null ? State.INVITED : State.ACTIVE;
    }
}
