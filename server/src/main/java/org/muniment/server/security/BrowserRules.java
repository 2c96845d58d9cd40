package org.muniment.server.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.XXssConfig;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What browsers are told with every answer: take everything from here only, run nothing that stands in a page, tell
 * nobody where the reader came from.
 *
 * <p>An endpoint that sets a {@code Content-Security-Policy} of its own keeps it, as the rendered message does.
 */
public final class BrowserRules {
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'%s; img-src 'self' data:;"
                    + " frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private BrowserRules() {}

    /**
     * The policy of the console's page.
     *
     * @param nonce by which its own style elements are known (CSP 3, 6.7.3.3); never used twice
     */
    public static String policy(String nonce) {
        return POLICY.formatted(" 'nonce-" + nonce + "'");
    }

    static void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY.formatted("")))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(
                        FrameOptionsConfig::disable) // frame-ancestors says it, and a message's own policy differs
                .xssProtection(XXssConfig::disable);
    }
}
