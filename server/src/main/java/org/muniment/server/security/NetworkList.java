package org.muniment.server.security;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses and networks in CIDR form, from which a token is taken. */
final class NetworkList {
    private NetworkList() {}

    /** As it is kept, such as {@code 10.0.0.0/8}; empty if it is none. Names are not looked up. */
    static Optional<String> canonical(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
        if (address == null || text.length() > 50) {
            return Optional.empty();
        }
        int bits = address.getAddress().length * Byte.SIZE;
        if (slash < 0) {
            return Optional.of(address.getHostAddress() + "/" + bits);
        }
        String length = text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > bits) {
            return Optional.empty();
        }
        return Optional.of(address.getHostAddress() + "/" + Integer.parseInt(length));
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return text.indexOf('%') >= 0 ? null : InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether an address lies in one of them; in an empty list every one does. */
    static boolean admits(List<String> networks, String client) {
        InetAddress address = literal(client);
        return networks.isEmpty()
                || (address != null && networks.stream().anyMatch(network -> contains(network, address)));
    }

    private static boolean contains(String network, InetAddress client) {
        int slash = network.indexOf('/');
        byte[] base = InetAddress.ofLiteral(network.substring(0, slash)).getAddress();
        byte[] address = client.getAddress();
        int bits = Integer.parseInt(network.substring(slash + 1));
        if (base.length != address.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >>> (i % Byte.SIZE);
            if (((base[i / Byte.SIZE] ^ address[i / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
