package org.muniment.server.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.muniment.server.database.OutsidePasswords;
import org.muniment.server.database.Person;
import org.muniment.server.home.SecretBox;
import org.muniment.server.ldap.LdapConnector;
import org.muniment.server.ldap.LdapFailedException;
import org.muniment.server.ldap.LdapServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the directory server of an organisation whether a password is that of one of its people: looks for the one entry
 * with her address and signs in as it. A password goes over the network encrypted or not at all. Thread-safe.
 */
final class LdapPasswords implements OutsidePasswords {
    private static final Logger LOG = LoggerFactory.getLogger(LdapPasswords.class);
    private static final int MOST_ENTRIES = 2;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");
    private static final String NO_ATTRIBUTES = SearchRequest.NO_ATTRIBUTES;

    private final SyncRows rows;
    private final SecretBox box;

    LdapPasswords(Database database, SecretBox box) {
        this.rows = new SyncRows(database);
        this.box = box;
    }

    @Override
    public boolean mayKnow(Person person) {
        return rows.find(person.organisation())
                .filter(kept -> isSafe(kept.settings().server()))
                .isPresent();
    }

    @Override
    public boolean isPasswordOf(Person person, String password) {
        Optional<SyncRows.Kept> kept = rows.find(person.organisation());
        if (kept.isEmpty() || password.isEmpty()) {
            return false;
        }
        LdapServer server = kept.get().settings().server();
        if (!isSafe(server)) {
            LOG.warn("Nobody signs in by LDAP: {} would see passwords unencrypted", server.host());
            return false;
        }
        try {
            Optional<String> dn = entryOf(person, kept.get());
            return dn.isPresent() && LdapConnector.isPasswordOf(server, dn.get(), password);
        } catch (LdapFailedException | LDAPException | UncheckedIOException e) {
            LOG.warn("{} could not be asked for a password: {}", server.host(), e.getMessage());
            return false;
        }
    }

    private static boolean isSafe(LdapServer server) {
        return server.security() != LdapServer.Security.PLAIN || HERE.contains(server.host());
    }

    /** Where the person stands; nothing if nobody has her address, or more than one. */
    private Optional<String> entryOf(Person person, SyncRows.Kept kept) throws LdapFailedException, LDAPException {
        LdapSettings settings = kept.settings();
        try (LDAPConnection connection =
                LdapConnector.open(settings.server(), settings.bindDn(), secret(person.organisation(), kept))) {
            Filter filter = Filter.createANDFilter(
                    Filter.create(settings.filter()),
                    Filter.createEqualityFilter(settings.attributes().address(), person.address()));
            var request = new SearchRequest(settings.base(), SearchScope.SUB, filter, NO_ATTRIBUTES);
            request.setSizeLimit(MOST_ENTRIES);
            List<SearchResultEntry> found = connection.search(request).getSearchEntries();
            return found.size() == 1 ? Optional.of(found.getFirst().getDN()) : Optional.empty();
        }
    }

    private @Nullable String secret(String organisation, SyncRows.Kept kept) {
        String sealed = kept.password();
        return sealed == null ? null : box.text(sealed, organisation);
    }
}
