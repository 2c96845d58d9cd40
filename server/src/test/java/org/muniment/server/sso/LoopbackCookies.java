package org.muniment.server.sso;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps cookies as browsers do on loopback: there they send those that are meant for TLS alone, too. */
final class LoopbackCookies extends CookieManager {

    LoopbackCookies() {
        super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        Map<String, List<String>> plain = new HashMap<>(headers);
        plain.replaceAll((name, values) -> name.equalsIgnoreCase("Set-Cookie")
                ? values.stream().map(value -> value.replace(";Secure", "")).toList()
                : values);
        super.put(uri, plain);
    }
}
