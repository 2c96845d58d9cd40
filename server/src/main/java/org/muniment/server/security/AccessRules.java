package org.muniment.server.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may do what: every endpoint has its line here, and what has none does not exist for anybody.
 *
 * <p>A postmaster is a person without the right to read: nothing below that shows mail or switches archiving asks for
 * less than the archive administrator.
 */
final class AccessRules {
    static final String LOCAL = "local";
    static final String PERSON = "person";
    static final String ARCHIVE_ADMINISTRATOR = "archive_administrator";

    private static final String API = "/api/v1";

    private AccessRules() {}

    /** The answer to what has no line: there is nothing, so it is told as such. */
    static final class NoSuchEndpoint extends AuthorizationDecision {
        NoSuchEndpoint() {
            super(false);
        }
    }

    static void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(GET, "/readyz", "/healthz").permitAll();
        rules.requestMatchers(POST, API + "/sessions").permitAll();
        rules.requestMatchers(POST, API + "/setup").hasAuthority(LOCAL);
        rules.requestMatchers(DELETE, API + "/sessions/current").hasAuthority(PERSON);
        rules.requestMatchers(GET, API + "/status").hasAnyAuthority(LOCAL, PERSON);
        rules.requestMatchers(POST, API + "/integrity/runs").hasAnyAuthority(LOCAL, PERSON);
        rules.requestMatchers(POST, API + "/index:rebuild").hasAnyAuthority(LOCAL, ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(PATCH, API + "/archive").hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(POST, API + "/imports", API + "/imports/*/items", API + "/imports/*/finish")
                .hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(POST, API + "/searches", API + "/exports").hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(
                        GET,
                        API + "/searches/*/results",
                        API + "/messages/*",
                        API + "/messages/*/raw",
                        API + "/messages/*/headers",
                        API + "/messages/*/text",
                        API + "/messages/*/sightings/*/raw")
                .hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.anyRequest().access((_, _) -> new NoSuchEndpoint());
    }
}
