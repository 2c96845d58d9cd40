package org.muniment.server.factors;

import java.util.Set;

/**
 * Where the console was reached: passkeys are made for one host and work there alone (WebAuthn, RP ID).
 *
 * @param name without the port; one of our own, as the host filter sees to it
 * @param authority with the port, as the browser writes it
 */
public record ConsoleHost(String name, String authority) {

    /** Where the browser may say it was. It does passkeys over TLS, and on {@code localhost}, only. */
    Set<String> origins() {
        return Set.of("https://" + authority, "http://" + authority);
    }
}
