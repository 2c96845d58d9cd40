package org.muniment.server.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Addresses of the server's answers: objects with a name and an address, or plain text. */
final class Addresses {
    private Addresses() {}

    /** The name if there is one, else the address. */
    static String shortly(Json address) {
        String name = address.get("name").text();
        String plain = address.get("address").text();
        if (!name.isEmpty()) {
            return name;
        }
        return plain.isEmpty() ? address.text() : plain;
    }

    /** {@code Ada <ada@example.com>}. */
    static String whole(Json address) {
        String name = address.get("name").text();
        String plain = address.get("address").text();
        if (plain.isEmpty()) {
            return name.isEmpty() ? address.text() : name;
        }
        return name.isEmpty() ? plain : name + " <" + plain + ">";
    }

    /** All of a list, or the only one. */
    static String all(Json addresses) {
        return addresses.value() instanceof List
                ? addresses.list().stream().map(Addresses::whole).collect(Collectors.joining(", "))
                : whole(addresses);
    }
}
