package org.muniment.server.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the directory of an organisation says of addresses at one moment.
 *
 * @param primaries to every alias the primary address of its account
 * @param domains to every domain that stands for another one that other one
 */
record Mailboxes(Map<String, String> primaries, Map<String, String> domains) {

    /** The address under which a mailbox has its account; the address itself if it is nobody's alias. */
    String primary(String address) {
        String known = primaries.get(address);
        if (known != null) {
            return known;
        }
        String home = home(address);
        return primaries.getOrDefault(home, home);
    }

    /** The same address in the domain for which its own stands; the address itself if that stands for none. */
    String home(String address) {
        int at = address.lastIndexOf('@');
        String domain = at < 0 ? null : domains.get(address.substring(at + 1));
        return domain == null ? address : address.substring(0, at + 1) + domain;
    }

    /** All aliases of these addresses. */
    List<String> aliasesOf(Collection<String> addresses) {
        Set<String> wanted = Set.copyOf(addresses);
        return primaries.entrySet().stream()
                .filter(alias -> wanted.contains(alias.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
