package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passkeys as the server knows them: public keys, nothing that is secret. Thread-safe. */
public final class PasskeyRecords {
    private final Database database;

    public PasskeyRecords(Database database) {
        this.database = database;
    }

    /**
     * One passkey.
     *
     * @param id {@code pk_…}
     * @param credential the authenticator's own id of it, base64url
     * @param publicKey COSE, base64url
     * @param key its state as the authenticator told it
     * @param host of the console that it was made for
     */
    public record Passkey(
            String id,
            String person,
            String name,
            String credential,
            String publicKey,
            State key,
            Origins origins,
            String host,
            Instant created,
            @Nullable Instant lastUsed) {}

    /** What an authenticator tells of a key with every use. */
    public record State(long signatureCount, boolean verified, boolean backupEligible, boolean backedUp) {}

    /**
     * What came along when it was made.
     *
     * @param transports separated by blanks
     * @param attestation base64url
     * @param clientData base64url
     */
    public record Origins(String transports, String attestation, String clientData) {}

    /** By which authenticators know the person; made at the first time. */
    public String handle(String person, String fresh) {
        Optional<String> known = handle(person);
        if (known.isPresent()) {
            return known.get();
        }
        database.jdbc()
                .sql("insert into passkey_user (person, handle) values (?, ?)")
                .param(person)
                .param(fresh)
                .update();
        return fresh;
    }

    /** By which authenticators know the person, if they do. */
    public Optional<String> handle(String person) {
        return database.jdbc()
                .sql("select handle from passkey_user where person = ?")
                .param(person)
                .query(String.class)
                .optional();
    }

    /** Whom authenticators know by that handle. */
    public Optional<String> person(String handle) {
        return database.jdbc()
                .sql("select person from passkey_user where handle = ?")
                .param(handle)
                .query(String.class)
                .optional();
    }

    /** Adds one. */
    public void add(Passkey passkey) {
        database.jdbc()
                .sql("insert into passkey (id, person, name, credential, public_key, signature_count, verified,"
                        + " backup_eligible, backed_up, transports, attestation, client_data, host, created)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(passkey.id())
                .param(passkey.person())
                .param(passkey.name())
                .param(passkey.credential())
                .param(passkey.publicKey())
                .param(passkey.key().signatureCount())
                .param(passkey.key().verified())
                .param(passkey.key().backupEligible())
                .param(passkey.key().backedUp())
                .param(passkey.origins().transports())
                .param(passkey.origins().attestation())
                .param(passkey.origins().clientData())
                .param(passkey.host())
                .param(Times.column(passkey.created()))
                .update();
    }

    /** Notes a use. */
    public void used(String credential, State state, Instant now) {
        database.jdbc()
                .sql("update passkey set signature_count = ?, verified = ?, backed_up = ?, last_used = ?"
                        + " where credential = ?")
                .param(state.signatureCount())
                .param(state.verified())
                .param(state.backedUp())
                .param(Times.column(now))
                .param(credential)
                .update();
    }

    /** The one of that credential. */
    public Optional<Passkey> find(String credential) {
        return database.jdbc()
                .sql("select * from passkey where credential = ?")
                .param(credential)
                .query((row, _) -> passkey(row))
                .optional();
    }

    /** Those of a person, the oldest first. */
    public List<Passkey> of(String person) {
        return database.jdbc()
                .sql("select * from passkey where person = ? order by id")
                .param(person)
                .query((row, _) -> passkey(row))
                .list();
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getString("id"),
                row.getString("person"),
                row.getString("name"),
                row.getString("credential"),
                row.getString("public_key"),
                new State(
                        row.getLong("signature_count"),
                        row.getBoolean("verified"),
                        row.getBoolean("backup_eligible"),
                        row.getBoolean("backed_up")),
                new Origins(row.getString("transports"), row.getString("attestation"), row.getString("client_data")),
                row.getString("host"),
                Times.read(row, "created"),
                Times.readNullable(row, "last_used"));
    }

    /** How many a person has. */
    public int count(String person) {
        return database.jdbc()
                .sql("select count(*) from passkey where person = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    /** Removes one of a person; false if she has none of that id. */
    public boolean remove(String person, String id) {
        return database.jdbc()
                        .sql("delete from passkey where person = ? and id = ?")
                        .param(person)
                        .param(id)
                        .update()
                == 1;
    }

    /** Removes all of a person. */
    public void removeAll(String person) {
        database.jdbc()
                .sql("delete from passkey where person = ?")
                .param(person)
                .update();
    }
}
