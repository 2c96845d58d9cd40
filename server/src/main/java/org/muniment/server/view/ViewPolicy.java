package org.muniment.server.view;

import java.util.Map;

/**
 * The headers under which a {@link Rendered} page is served. They are the second wall: were something active to come
 * through {@link SafeView}, a browser that obeys these neither runs nor loads nor sends it.
 */
public final class ViewPolicy {
    /** The media type of the page. Naming the character set leaves nothing to guess, UTF-7 included. */
    public static final String CONTENT_TYPE = "text/html; charset=utf-8";

    /** No script, no request, no form, no navigation; own styles; images that are part of the page. */
    public static final String CONTENT_SECURITY_POLICY =
            "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors 'self'";

    /** Every header of the page by its name, the media type apart. */
    public static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "private, no-store",
            "Cross-Origin-Resource-Policy", "same-origin");

    private ViewPolicy() {}
}
