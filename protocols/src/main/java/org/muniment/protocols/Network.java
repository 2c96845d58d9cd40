package org.muniment.protocols;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A range of IPv4 or IPv6 addresses, written like {@code 192.0.2.0/24} or {@code 2001:db8::/32} (RFC 4632, RFC 4291).
 *
 * @param first the lowest address of the range
 * @param prefix the number of leading bits that all its addresses share
 */
public record Network(InetAddress first, int prefix) {

    public Network {
        int bits = first.getAddress().length * 8;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException(
                    "the prefix of " + first.getHostAddress() + "/" + prefix + " must be between 0 and " + bits);
        }
        if (!Arrays.equals(first.getAddress(), masked(first.getAddress(), prefix))) {
            throw new IllegalArgumentException(
                    first.getHostAddress() + "/" + prefix + " has an address with bits beyond its prefix");
        }
    }

    /**
     * Reads a network, or a single address. Never asks the DNS.
     *
     * @throws IllegalArgumentException if it is neither, with a text that says why
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash), text);
        int bits = address.getAddress().length * 8;
        int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1), text);
        try {
            return new Network(address, prefix);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a network: " + e.getMessage(), e);
        }
    }

    private static InetAddress address(String literal, String text) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw notANetwork(text, e);
        }
        boolean shortened =
                address instanceof Inet4Address && !address.getHostAddress().equals(literal);
        if (shortened) { // 10.1 would be 10.0.0.1: hardly what was meant
            throw notANetwork(text, null);
        }
        return address;
    }

    private static int prefix(String digits, String text) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw notANetwork(text, e);
        }
    }

    private static IllegalArgumentException notANetwork(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "\"" + text + "\" is not a network like 192.0.2.0/24, 2001:db8::/32 or 192.0.2.1", cause);
    }

    /** Whether the address lies in this network. An address of the other family never does. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] mine = first.getAddress();
        if (bytes.length != mine.length) {
            return false;
        }
        int whole = prefix / 8;
        int rest = prefix % 8;
        return Arrays.equals(bytes, 0, whole, mine, 0, whole)
                && (rest == 0 || ((bytes[whole] ^ mine[whole]) & 0xff) >> (8 - rest) == 0);
    }

    private static byte[] masked(byte[] address, int prefix) {
        for (int bit = prefix; bit < address.length * 8; bit++) {
            address[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return address;
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefix;
    }
}
