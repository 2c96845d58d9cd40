package org.muniment.protocols;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts who is connected, in all and for each address, and says who may come in. Thread-safe. */
final class Admission {
    private final int most;
    private final int mostOfOne;
    private final Map<InetAddress, Integer> ofEach = new HashMap<>();
    private int all;

    /**
     * @param most connections at once
     * @param mostOfOne connections at once from one address
     */
    Admission(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Lets one more connection of the client in, if there is room; whoever came in {@linkplain #leave leaves} once. */
    synchronized boolean enter(InetAddress client) {
        int present = ofEach.getOrDefault(client, 0);
        if (all >= most || present >= mostOfOne) {
            return false;
        }
        ofEach.put(client, present + 1);
        all++;
        return true;
    }

    /** One connection of the client has ended. */
    synchronized void leave(InetAddress client) {
        ofEach.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
        all--;
    }

    /** The connections now. */
    synchronized int present() {
        return all;
    }
}
