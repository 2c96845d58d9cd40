package org.muniment.server.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;
import org.muniment.server.ldap.LdapConnector;
import org.muniment.server.ldap.LdapFailedException;
import org.muniment.server.ldap.LdapFailedException.Step;

/**
 * Reads accounts from a directory server, page by page, all of them or none. Entries without an address of the
 * organisation are skipped and counted; what a name cannot hold is taken out of it. Not thread-safe.
 */
final class LdapReader {
    private static final int DISABLED_IN_ACTIVE_DIRECTORY = 2;
    private static final Set<String> YES = Set.of("true", "yes", "1", "disabled");

    private final LdapSettings settings;
    private final MemberChecks checks;
    private final DN base;
    private final List<Wanted> wanted = new ArrayList<>();
    private int entries;
    private int skipped;

    LdapReader(LdapSettings settings, MemberChecks checks) throws LdapFailedException {
        this.settings = settings;
        this.checks = checks;
        try {
            this.base = new DN(settings.base());
        } catch (LDAPException e) {
            throw new LdapFailedException(Step.SEARCH, Message.of("ldap.search", LdapConnector.reason(e)), e);
        }
    }

    /** Entries that were read. */
    int entries() {
        return entries;
    }

    /** Reads all there are. */
    Listing all(LDAPConnection connection) throws LdapFailedException {
        read(connection, MemberChecks.MOST_ACCOUNTS);
        return new Listing(AccountSource.LDAP, wanted, skipped);
    }

    /** Reads the first page, to show what comes. */
    List<Wanted> first(LDAPConnection connection) throws LdapFailedException {
        read(connection, 0);
        return wanted;
    }

    private void read(LDAPConnection connection, int most) throws LdapFailedException {
        try {
            ASN1OctetString cookie = null;
            do {
                SearchRequest request =
                        new SearchRequest(settings.base(), SearchScope.SUB, settings.filter(), attributes());
                request.addControl(new SimplePagedResultsControl(settings.pageSize(), cookie, true));
                SearchResult page = connection.search(request);
                page.getSearchEntries().forEach(this::take);
                cookie = next(page);
            } while (cookie != null && entries < most);
            if (cookie != null && most > 0) {
                throw new LdapFailedException(Step.SEARCH, Message.of("ldap.too-many", most));
            }
        } catch (LDAPException e) {
            throw new LdapFailedException(Step.SEARCH, Message.of("ldap.search", LdapConnector.reason(e)), e);
        }
    }

    private static @Nullable ASN1OctetString next(SearchResult page) throws LDAPException {
        SimplePagedResultsControl control = SimplePagedResultsControl.get(page);
        return control != null && control.moreResultsToReturn() ? control.getCookie() : null;
    }

    private String[] attributes() {
        Set<String> names = new LinkedHashSet<>();
        LdapSettings.Attributes map = settings.attributes();
        names.add(map.address());
        for (String name :
                new @Nullable String[] {map.name(), map.aliases(), map.department(), map.id(), map.disabled()}) {
            if (name != null) {
                names.add(name);
            }
        }
        return names.toArray(String[]::new);
    }

    private void take(SearchResultEntry entry) {
        entries++;
        Optional<String> address = first(entry, settings.attributes().address()).flatMap(this::own);
        if (address.isEmpty()) {
            skipped++;
            return;
        }
        wanted.add(new Wanted(
                entries,
                address.get(),
                settings.attributes().name() == null
                        ? null
                        : first(entry, settings.attributes().name())
                                .map(name -> clean(name, MemberNames.LONGEST_NAME))
                                .orElse(""),
                aliases(entry, address.get()),
                departments(entry),
                isDisabled(entry) ? AccountState.DISABLED : AccountState.ACTIVE,
                key(entry)));
    }

    private static Optional<String> first(SearchResultEntry entry, String name) {
        return Optional.ofNullable(entry.getAttributeValue(name));
    }

    /** An address if it is one of the organisation; Active Directory writes {@code SMTP:} in front. */
    private Optional<String> own(String text) {
        try {
            return Optional.of(checks.address("", text.replaceFirst("(?i)^smtp:", "")));
        } catch (MemberRefusedException e) {
            return Optional.empty();
        }
    }

    private @Nullable List<String> aliases(SearchResultEntry entry, String address) {
        String name = settings.attributes().aliases();
        if (name == null) {
            return null;
        }
        Set<String> aliases = new LinkedHashSet<>();
        String[] values = entry.getAttributeValues(name);
        for (String value : values == null ? new String[0] : values) {
            own(value).ifPresent(aliases::add);
        }
        aliases.remove(address);
        return aliases.stream().limit(MemberChecks.MOST_ALIASES).toList();
    }

    private @Nullable List<List<String>> departments(SearchResultEntry entry) {
        return switch (settings.departments()) {
            case NONE -> null;
            case OU -> units(entry);
            case ATTRIBUTE -> named(entry);
        };
    }

    /** {@code uid=ada,ou=North,ou=Sales,dc=example,dc=org} is in Sales/North. */
    private List<List<String>> units(SearchResultEntry entry) {
        List<String> path = new ArrayList<>();
        try {
            DN parent = entry.getParsedDN().getParent();
            while (parent != null && !parent.equals(base) && parent.isDescendantOf(base, false)) {
                RDN rdn = parent.getRDN();
                if (rdn.hasAttribute("ou")) {
                    path.addFirst(department(rdn.getAttributeValues()[0]));
                }
                parent = parent.getParent();
            }
        } catch (LDAPException e) {
            return List.of(); // a name that the server gives and nobody can read names no department
        }
        return bounded(path);
    }

    private List<List<String>> named(SearchResultEntry entry) {
        List<List<String>> departments = new ArrayList<>();
        String name = settings.attributes().department();
        String[] values = name == null ? null : entry.getAttributeValues(name);
        for (String value : values == null ? new String[0] : values) {
            List<String> path = new ArrayList<>();
            for (String part : value.split("/", DepartmentTree.DEEPEST + 2)) {
                path.add(department(part));
            }
            departments.addAll(bounded(path));
        }
        return departments.stream()
                .distinct()
                .limit(MemberChecks.MOST_DEPARTMENTS)
                .toList();
    }

    private static List<List<String>> bounded(List<String> path) {
        List<String> names = path.stream()
                .filter(name -> !name.isEmpty())
                .limit(DepartmentTree.DEEPEST)
                .toList();
        return names.isEmpty() ? List.of() : List.of(names);
    }

    /** A slash within a name becomes a wide one, since it would separate departments. */
    private static String department(String text) {
        return clean(text, MemberNames.LONGEST_DEPARTMENT).replace('/', '／');
    }

    private static String clean(String text, int longest) {
        String visible = Normalizer.normalize(
                        text.length() > 2 * longest ? text.substring(0, 2 * longest) : text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Co}]", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        return visible.length() > longest ? visible.substring(0, longest).strip() : visible;
    }

    private boolean isDisabled(SearchResultEntry entry) {
        String name = settings.attributes().disabled();
        String value = name == null ? null : entry.getAttributeValue(name);
        if (name == null || value == null) {
            return false;
        }
        if (name.equalsIgnoreCase("userAccountControl")) {
            return value.matches("[0-9]{1,10}") && (Long.parseLong(value) & DISABLED_IN_ACTIVE_DIRECTORY) != 0;
        }
        return YES.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    private @Nullable String key(SearchResultEntry entry) {
        String name = settings.attributes().id();
        Attribute attribute = name == null ? null : entry.getAttribute(name);
        if (name == null || attribute == null || !attribute.hasValue()) {
            return null;
        }
        boolean isText = !name.equalsIgnoreCase("objectGUID");
        String key = isText
                ? clean(attribute.getValue(), MemberNames.LONGEST_NAME)
                : HexFormat.of().formatHex(attribute.getValueByteArray());
        return key.isEmpty() ? null : key;
    }
}
