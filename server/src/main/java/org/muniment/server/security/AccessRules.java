package org.muniment.server.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.springframework.http.HttpMethod;
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
    static final String SET_UP_CODE = "set_up_code";
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
        rules.requestMatchers(GET, API + "/setup").permitAll();
        rules.requestMatchers(POST, API + "/setup").hasAnyAuthority(LOCAL, SET_UP_CODE);
        rules.requestMatchers(GET, API + "/setup/draft").hasAuthority(SET_UP_CODE);
        rules.requestMatchers(PUT, API + "/setup/draft").hasAuthority(SET_UP_CODE);
        rules.requestMatchers(POST, API + "/setup/check").hasAuthority(SET_UP_CODE);
        rules.requestMatchers(DELETE, API + "/sessions/current").hasAuthority(PERSON);
        rules.requestMatchers(GET, API + "/me").hasAuthority(PERSON);
        rules.requestMatchers(PATCH, API + "/me/preferences").hasAuthority(PERSON);
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
        console(rules);
        rules.anyRequest().access((_, _) -> new NoSuchEndpoint());
    }

    /** What every browser may load: it holds nothing of anybody. */
    private static void console(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        for (HttpMethod method : List.of(GET, HEAD)) {
            rules.requestMatchers(method, API + "/openapi.json", "/api/docs", "/api/docs/**")
                    .permitAll();
            rules.requestMatchers(method, "/assets/**", "/favicon.svg", "/favicon.ico")
                    .permitAll();
        }
        rules.requestMatchers(new ConsolePage()).permitAll();
    }
}
