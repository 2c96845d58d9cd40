package org.muniment.server.accounts;

import java.util.Map;

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
        int at = address.lastIndexOf('@');
        String domain = at < 0 ? null : domains.get(address.substring(at + 1));
        if (domain == null) {
            return address;
        }
        String other = address.substring(0, at + 1) + domain;
        return primaries.getOrDefault(other, other);
    }
}
