package org.muniment.server.accounts;

import java.util.List;
import java.util.Map;
import org.muniment.archive.Actor;

/**
 * Which accounts are to be opened or closed, by whom and why.
 *
 * @param addresses in lower case, of the organisation's domains
 * @param more what else the archive log is told, such as the department
 */
public record Wanted(List<String> addresses, How how, String reason, Actor actor, Map<String, String> more) {

    public Wanted {
        addresses = List.copyOf(addresses);
        more = Map.copyOf(more);
    }
}
