package org.muniment.server.directory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.server.database.Database;
import org.muniment.server.language.Message;
import org.muniment.server.setup.MailNames;
import org.springframework.dao.DuplicateKeyException;

/** The mail domains of organisations. A domain belongs to one organisation only. Thread-safe. */
public final class MailDomains {
    private static final int MOST = 1_000;

    private final Database database;
    private final ChangeDoor door;
    private final Consumer<String> whenChanged;

    /**
     * @param whenChanged is told the organisation whose domains are others now
     */
    MailDomains(Database database, ChangeDoor door, Consumer<String> whenChanged) {
        this.database = database;
        this.door = door;
        this.whenChanged = whenChanged;
    }

    /** All domains in the order in which they were given. */
    public List<MailDomain> list(String organisation) {
        Map<String, Long> accounts = new HashMap<>();
        database.jdbc()
                .sql("select substring(address, position('@' in address) + 1) as name, count(distinct account) as n"
                        + " from directory_address where organisation = ? and live = true"
                        + " group by substring(address, position('@' in address) + 1)")
                .param(organisation)
                .query(row -> {
                    accounts.put(row.getString("name"), row.getLong("n"));
                });
        return bare(organisation).stream()
                .map(one -> new MailDomain(one.name(), one.aliasOf(), accounts.getOrDefault(one.name(), 0L)))
                .toList();
    }

    private List<MailDomain> bare(String organisation) {
        return database.jdbc()
                .sql("select name, alias_of from organisation_domain where organisation = ? order by place, name")
                .param(organisation)
                .query((row, _) -> new MailDomain(row.getString("name"), row.getString("alias_of"), 0))
                .list();
    }

    /** Their names. */
    public Set<String> names(String organisation) {
        Set<String> names = new LinkedHashSet<>();
        bare(organisation).forEach(one -> names.add(one.name()));
        return names;
    }

    /** The addresses under which mail reaches the same mailbox as under this one, itself among them. */
    Set<String> sameMailbox(List<MailDomain> domains, String address) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at + 1);
        String home = home(domains, address.substring(at + 1));
        Set<String> same = new LinkedHashSet<>(List.of(address, local + home));
        for (MailDomain one : domains) {
            if (home.equals(one.aliasOf())) {
                same.add(local + one.name());
            }
        }
        return same;
    }

    private static String home(List<MailDomain> domains, String name) {
        for (MailDomain one : domains) {
            if (one.name().equals(name) && one.aliasOf() != null) {
                return one.aliasOf();
            }
        }
        return name;
    }

    /** The same for many addresses. Reads the domains once. */
    List<MailDomain> withAliases(String organisation) {
        return bare(organisation);
    }

    /**
     * Adds a domain; mail in which it takes part is archived from now on.
     *
     * @param aliasOf the domain whose mailboxes it has; {@code null} if it has its own
     */
    public MailDomain add(String organisation, Actor actor, String text, @Nullable String aliasOf) throws IOException {
        String name = MailNames.domain(text)
                .orElseThrow(() -> MemberRefusedException.invalid(
                        "/name", Message.of("members.domain", MemberChecks.shown(text))));
        return door.change(
                organisation,
                actor,
                () -> {
                    List<String> forms = newForms(organisation, name);
                    checkNew(bare(organisation), forms, aliasOf);
                    Detail detail = Detail.of(name).put("domain", name);
                    if (aliasOf != null) {
                        detail.put("alias_of", aliasOf);
                    }
                    if (forms.size() > 1) {
                        detail.put("other_form", String.join(" ", forms.subList(1, forms.size())));
                    }
                    return new Change<>(
                            "directory.domain_add", detail.map(), () -> insert(organisation, forms, aliasOf));
                },
                () -> whenChanged.accept(organisation));
    }

    /** All forms of it, none of which is another organisation's; one that is a domain of this organisation stays what it is. */
    private List<String> newForms(String organisation, String name) {
        List<String> forms = new ArrayList<>();
        for (String form : MailNames.forms(name)) {
            Optional<String> owner = owner(form);
            if (owner.isEmpty()) {
                forms.add(form);
            } else if (form.equals(name) || !owner.get().equals(organisation)) {
                throw MemberRefusedException.conflict(Message.of("members.domain-taken", form));
            }
        }
        return forms;
    }

    private static void checkNew(List<MailDomain> there, List<String> forms, @Nullable String aliasOf) {
        if (there.size() + forms.size() > MOST) {
            throw MemberRefusedException.conflict(Message.of("members.domains-most", MOST));
        }
        if (aliasOf != null && !isHome(there, aliasOf)) {
            throw MemberRefusedException.unknown(
                    "/alias_of", Message.of("members.alias-of", MemberChecks.shown(aliasOf)));
        }
    }

    private static boolean isHome(List<MailDomain> there, String name) {
        return there.stream().anyMatch(one -> one.name().equals(name) && one.aliasOf() == null);
    }

    private Optional<String> owner(String name) {
        return database.jdbc()
                .sql("select organisation from organisation_domain where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** All forms of it; the others stand for the given one, or for what that stands for. */
    private MailDomain insert(String organisation, List<String> forms, @Nullable String aliasOf) {
        var domain = new MailDomain(forms.getFirst(), aliasOf, 0);
        insert(organisation, domain);
        for (String form : forms.subList(1, forms.size())) {
            insert(organisation, new MailDomain(form, aliasOf == null ? domain.name() : aliasOf, 0));
        }
        return domain;
    }

    private void insert(String organisation, MailDomain domain) {
        try {
            database.jdbc()
                    .sql(
                            "insert into organisation_domain (organisation, name, place, alias_of) values (?, ?,"
                                    + " (select coalesce(max(place), -1) + 1 from organisation_domain where organisation = ?), ?)")
                    .param(organisation)
                    .param(domain.name())
                    .param(organisation)
                    .param(domain.aliasOf())
                    .update();
        } catch (DuplicateKeyException e) { // another organisation took it since this was checked
            throw MemberRefusedException.conflict(Message.of("members.domain-taken", domain.name()));
        }
    }

    /**
     * Removes a domain, in all its forms, that no account has an address of, that no alias stands for, whose addresses have
     * no open archive account, and that is not the last one.
     */
    public void remove(String organisation, Actor actor, String name) throws IOException {
        door.change(
                organisation,
                actor,
                () -> {
                    List<MailDomain> there = list(organisation);
                    MailDomain domain = there.stream()
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> MemberRefusedException.notFound(
                                    Message.of("members.no-domain", MemberChecks.shown(name))));
                    List<MailDomain> going = formsOf(there, domain);
                    checkUnused(organisation, there, domain, going);
                    return new Change<>(
                            "directory.domain_remove",
                            Detail.of(name).put("domain", name).map(),
                            () -> delete(going));
                },
                () -> whenChanged.accept(organisation));
    }

    /** The domain and its other forms, in the order in which they can be deleted. */
    private static List<MailDomain> formsOf(List<MailDomain> there, MailDomain domain) {
        List<String> forms = MailNames.forms(domain.name());
        if (domain.aliasOf() != null && forms.contains(domain.aliasOf())) {
            throw MemberRefusedException.conflict(Message.of("members.domain-form", domain.name(), domain.aliasOf()));
        }
        List<MailDomain> going = new ArrayList<>();
        for (MailDomain one : there) {
            String aliasOf = one.aliasOf();
            boolean isOther = !one.equals(domain) && forms.contains(one.name());
            if (isOther && aliasOf != null && (aliasOf.equals(domain.name()) || aliasOf.equals(domain.aliasOf()))) {
                going.add(one);
            }
        }
        going.add(domain);
        return going;
    }

    private void checkUnused(String organisation, List<MailDomain> there, MailDomain domain, List<MailDomain> going) {
        String name = domain.name();
        long accounts = going.stream().mapToLong(MailDomain::accounts).sum();
        if (accounts > 0) {
            throw MemberRefusedException.conflict(Message.of("members.domain-in-use", name, accounts));
        }
        String aliases = there.stream()
                .filter(one -> name.equals(one.aliasOf()) && !going.contains(one))
                .map(MailDomain::name)
                .collect(Collectors.joining(", "));
        if (!aliases.isEmpty()) {
            throw MemberRefusedException.conflict(Message.of("members.domain-has-aliases", name, aliases));
        }
        if (there.size() == going.size()) {
            throw MemberRefusedException.conflict(Message.of("members.domain-last", name));
        }
        long open =
                going.stream().mapToLong(one -> openAccounts(organisation, one)).sum();
        if (open > 0) {
            throw MemberRefusedException.conflict(Message.of("members.domain-archived", name, open));
        }
    }

    private long openAccounts(String organisation, MailDomain domain) {
        return database.jdbc()
                .sql("select count(*) from archive_account where organisation = ? and is_open"
                        + " and substring(address, position('@' in address) + 1) = ?")
                .param(organisation)
                .param(domain.name())
                .query(Long.class)
                .single();
    }

    private boolean delete(List<MailDomain> going) {
        going.forEach(one -> database.jdbc()
                .sql("delete from organisation_domain where name = ?")
                .param(one.name())
                .update());
        return true;
    }
}
