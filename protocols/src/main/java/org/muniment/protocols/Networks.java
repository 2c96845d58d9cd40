package org.muniment.protocols;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The networks whose hosts may connect. */
public record Networks(List<Network> list) {
    private static final Networks LOOPBACK = parse("127.0.0.0/8, ::1/128");

    public Networks {
        list = List.copyOf(list);
    }

    /** This machine alone. */
    public static Networks loopback() {
        return LOOPBACK;
    }

    /**
     * Reads networks separated by commas or blanks. An empty text is no network at all.
     *
     * @throws IllegalArgumentException if one of them is malformed, with a text that names it
     */
    public static Networks parse(String text) {
        return new Networks(Stream.of(text.split("[,\\s]+"))
                .filter(each -> !each.isEmpty())
                .map(Network::parse)
                .toList());
    }

    /** Whether the address lies in one of them. */
    public boolean contains(InetAddress address) {
        for (Network network : list) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
