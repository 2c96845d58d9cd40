package org.muniment.server.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.AccountTurns;
import org.muniment.server.accounts.DepartmentAccounts;
import org.muniment.server.accounts.How;
import org.muniment.server.accounts.Wanted;
import org.muniment.server.database.Organisation;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.setup.MailNames;

/** Reads which archive accounts a request means, and tells which of its addresses cannot be used. */
record AccountDoor(Wanted wanted, List<Problem.Fault> faults) {
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_ADDRESSES = 50_000;
    private static final int MOST_FAULTS = 100;

    /** What is asked for, with as many faults as a person can read. */
    static AccountDoor of(
            Organisation organisation,
            DepartmentAccounts departments,
            AccountTurns turns,
            boolean open,
            AccountActBody body,
            Caller caller) {
        if ((body.addresses() == null) == (body.department() == null)) {
            throw Problem.field("/addresses", "invalid", Message.of("accounts.one-of"))
                    .exception();
        }
        return body.department() == null
                ? listed(organisation, turns, open, body, caller)
                : ofDepartment(organisation.id(), departments, body.department(), open, body, caller);
    }

    private static AccountDoor ofDepartment(
            String organisation,
            DepartmentAccounts departments,
            String given,
            boolean open,
            AccountActBody body,
            Caller caller) {
        String id = AccountQuery.department(organisation, departments, "/department", given);
        boolean subdepartments = !Boolean.FALSE.equals(body.subdepartments());
        Map<String, String> more = Map.of(
                "department",
                id,
                "department_path",
                departments.tree(organisation).pathText(id),
                "subdepartments",
                Boolean.toString(subdepartments));
        List<String> addresses = departments.of(organisation, id, subdepartments);
        return new AccountDoor(
                new Wanted(addresses, How.DEPARTMENT, reason(open, body), caller.actor(), more), List.of());
    }

    private static AccountDoor listed(
            Organisation organisation, AccountTurns turns, boolean open, AccountActBody body, Caller caller) {
        List<String> given = Required.value("/addresses", body.addresses());
        if (given.isEmpty() || given.size() > MOST_ADDRESSES) {
            throw Problem.field("/addresses", "invalid", Message.of("accounts.addresses", MOST_ADDRESSES, given.size()))
                    .exception();
        }
        List<Optional<String>> parsed = given.stream()
                .map(text -> MailNames.address(bare(String.valueOf(text))))
                .toList();
        Set<String> usable = usable(organisation, turns, open, parsed);
        List<String> addresses = new ArrayList<>();
        List<Problem.Fault> faults = new ArrayList<>();
        for (int i = 0; i < given.size() && faults.size() < MOST_FAULTS; i++) {
            String address = parsed.get(i).orElse(null);
            Message wrong = wrong(String.valueOf(given.get(i)), address, usable);
            if (wrong != null) {
                faults.add(new Problem.Fault("/addresses/" + i, "invalid", wrong));
            } else if (address != null) {
                addresses.add(address);
            }
        }
        return new AccountDoor(new Wanted(addresses, How.HAND, reason(open, body), caller.actor(), Map.of()), faults);
    }

    private static String reason(boolean open, AccountActBody body) {
        boolean needed = !open && !body.isPreview();
        return needed || body.reason() != null ? Required.text("/reason", body.reason(), LONGEST_REASON) : "";
    }

    /** What stands in angle brackets, or all of it. */
    private static String bare(String text) {
        int from = text.lastIndexOf('<');
        int to = text.lastIndexOf('>');
        return from >= 0 && to > from ? text.substring(from + 1, to) : text;
    }

    /** Those of the organisation's domains; what is to be closed may have an account from before its domain was removed. */
    private static Set<String> usable(
            Organisation organisation, AccountTurns turns, boolean open, List<Optional<String>> parsed) {
        Set<String> domains = Set.copyOf(organisation.domains());
        Set<String> usable = new HashSet<>();
        List<String> foreign = new ArrayList<>();
        for (String address : parsed.stream().flatMap(Optional::stream).toList()) {
            boolean isOurs = domains.contains(address.substring(address.lastIndexOf('@') + 1));
            (isOurs ? usable : foreign).add(address);
        }
        if (!open) {
            usable.addAll(turns.known(organisation.id(), foreign));
        }
        return usable;
    }

    private static @Nullable Message wrong(String text, @Nullable String address, Set<String> usable) {
        if (address == null) {
            return Message.of("accounts.no-address", Ids.shown(text));
        }
        return usable.contains(address) ? null : Message.of("accounts.foreign", address);
    }
}
