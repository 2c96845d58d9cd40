package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens that programs have, known by the SHA-256 of them. Thread-safe. */
public final class ApiTokens {
    /** Use is noted no oftener than this. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Database database;

    public ApiTokens(Database database) {
        this.database = database;
    }

    /**
     * One token.
     *
     * @param id {@code tok_…}
     * @param scopes keys of capabilities
     * @param networks from where it is taken; empty for anywhere
     * @param secondFactor whether it was made with two factors
     */
    public record ApiToken(
            String id,
            String person,
            String name,
            List<String> scopes,
            List<String> networks,
            boolean secondFactor,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed,
            @Nullable String lastClient) {

        public ApiToken {
            scopes = List.copyOf(scopes);
            networks = List.copyOf(networks);
        }
    }

    /** A token and whose it is. */
    public record Owned(ApiToken token, String organisation, String address, Set<Role> roles, SecondFactor policy) {}

    /** Adds one. */
    public void add(ApiToken token, String tokenHash) {
        database.jdbc()
                .sql("insert into api_token (id, person, name, token_hash, scopes, networks, second_factor, created,"
                        + " expires) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(token.id())
                .param(token.person())
                .param(token.name())
                .param(tokenHash)
                .param(String.join(" ", token.scopes()))
                .param(String.join(" ", token.networks()))
                .param(token.secondFactor())
                .param(Times.column(token.created()))
                .param(Times.column(token.expires()))
                .update();
    }

    /** The token of that hash, if it has not expired and its owner is not suspended. */
    public Optional<Owned> find(String tokenHash, Instant now, People people) {
        return database.jdbc()
                .sql("select t.*, p.organisation, p.address, o.second_factor as policy from api_token t"
                        + " join person p on p.id = t.person join organisation o on o.id = p.organisation"
                        + " where t.token_hash = ? and t.expires > ? and p.suspended is null")
                .param(tokenHash)
                .param(Times.column(now))
                .query((row, _) -> new Owned(
                        token(row),
                        row.getString("organisation"),
                        row.getString("address"),
                        people.roles(row.getString("person")),
                        SecondFactor.of(row.getString("policy"))))
                .optional();
    }

    /** Notes a use. */
    public void used(ApiToken token, String client, Instant now) {
        Instant last = token.lastUsed();
        if (last != null && now.isBefore(last.plus(NOTED_EVERY)) && client.equals(token.lastClient())) {
            return;
        }
        database.jdbc()
                .sql("update api_token set last_used = ?, last_client = ? where id = ?")
                .param(Times.column(now))
                .param(client)
                .param(token.id())
                .update();
    }

    /** Those of a person that have not expired, the newest first. */
    public List<ApiToken> of(String person, Instant now) {
        return database.jdbc()
                .sql("select * from api_token where person = ? and expires > ? order by id desc")
                .param(person)
                .param(Times.column(now))
                .query((row, _) -> token(row))
                .list();
    }

    /** Removes one of a person; false if she has none of that id. */
    public boolean remove(String person, String id) {
        return database.jdbc()
                        .sql("delete from api_token where person = ? and id = ?")
                        .param(person)
                        .param(id)
                        .update()
                == 1;
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("person"),
                row.getString("name"),
                words(row.getString("scopes")),
                words(row.getString("networks")),
                row.getBoolean("second_factor"),
                Times.read(row, "created"),
                Times.read(row, "expires"),
                Times.readNullable(row, "last_used"),
                row.getString("last_client"));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
