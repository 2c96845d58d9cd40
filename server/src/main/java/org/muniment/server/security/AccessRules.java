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
        working(rules);
        console(rules);
        rules.anyRequest().access((_, _) -> new NoSuchEndpoint());
    }

    /** The archive and what works on it. */
    private static void working(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(GET, API + "/archive", API + "/archive/periods", API + "/stats/ingest", API + "/events")
                .hasAuthority(PERSON);
        rules.requestMatchers(PATCH, API + "/archive").hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(POST, API + "/uploads").hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(HEAD, API + "/uploads/*").hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(PATCH, API + "/uploads/*").hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(DELETE, API + "/uploads/*").hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(
                        POST,
                        API + "/imports",
                        API + "/imports/*/items",
                        API + "/imports/*/finish",
                        API + "/imports/*:cancel")
                .hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(GET, API + "/imports", API + "/imports/*", API + "/imports/*/failures")
                .hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(
                        POST, API + "/searches", API + "/searches/*/snippets", API + "/query:parse", API + "/exports")
                .hasAuthority(ARCHIVE_ADMINISTRATOR);
        rules.requestMatchers(
                        GET,
                        API + "/searches/*/results",
                        API + "/messages/*",
                        API + "/messages/*/raw",
                        API + "/messages/*/headers",
                        API + "/messages/*/text",
                        API + "/messages/*/render",
                        API + "/messages/*/attachments/*",
                        API + "/messages/*/evidence",
                        API + "/messages/*/sightings/*/raw",
                        API + "/exports/*/zip")
                .hasAuthority(ARCHIVE_ADMINISTRATOR);
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
