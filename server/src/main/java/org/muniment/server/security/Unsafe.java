package org.muniment.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Which requests change something (RFC 9110, 9.2.1). */
final class Unsafe {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Unsafe() {}

    static boolean is(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }
}
