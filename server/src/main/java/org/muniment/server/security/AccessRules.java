package org.muniment.server.security;

import static org.muniment.server.security.Capability.ACCOUNTS_READ;
import static org.muniment.server.security.Capability.ACCOUNTS_WRITE;
import static org.muniment.server.security.Capability.ADMINS_READ;
import static org.muniment.server.security.Capability.ADMINS_WRITE;
import static org.muniment.server.security.Capability.ARCHIVE_READ;
import static org.muniment.server.security.Capability.ARCHIVE_SWITCH;
import static org.muniment.server.security.Capability.DIRECTORY_READ;
import static org.muniment.server.security.Capability.DIRECTORY_WRITE;
import static org.muniment.server.security.Capability.IMPORTS_WRITE;
import static org.muniment.server.security.Capability.INDEX_WRITE;
import static org.muniment.server.security.Capability.INTEGRITY_RUN;
import static org.muniment.server.security.Capability.LOG_OWN;
import static org.muniment.server.security.Capability.LOG_READ;
import static org.muniment.server.security.Capability.MESSAGES_EXPORT;
import static org.muniment.server.security.Capability.MESSAGES_READ;
import static org.muniment.server.security.Capability.ORGANISATIONS_WRITE;
import static org.muniment.server.security.Capability.REVIEWERS_WRITE;
import static org.muniment.server.security.Capability.RULES_READ;
import static org.muniment.server.security.Capability.RULES_WRITE;
import static org.muniment.server.security.Capability.SEARCH_RUN;
import static org.muniment.server.security.Capability.SYSTEM_READ;
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
 * Who may do what: every endpoint has its line here, and what has none does not exist for anybody. Each asks for a
 * {@link Capability}; which roles bring it stands there.
 */
final class AccessRules {
    static final String LOCAL = "local";
    static final String SET_UP_CODE = "set_up_code";
    static final String PERSON = "person";
    static final String PERSONS_TOKEN = "persons_token";

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
        rules.requestMatchers(GET, API + "/sessions/ways").permitAll();
        rules.requestMatchers(DELETE, API + "/sessions/current").hasAuthority(PERSON);
        rules.requestMatchers(GET, API + "/me").hasAnyAuthority(PERSON, PERSONS_TOKEN);
        rules.requestMatchers(PATCH, API + "/me/preferences").hasAuthority(PERSON);
        rules.requestMatchers(GET, API + "/status").hasAnyAuthority(LOCAL, SYSTEM_READ.key());
        rules.requestMatchers(POST, API + "/integrity/runs").hasAnyAuthority(LOCAL, INTEGRITY_RUN.key());
        rules.requestMatchers(POST, API + "/index:rebuild").hasAnyAuthority(LOCAL, INDEX_WRITE.key());
        people(rules);
        organisations(rules);
        working(rules);
        console(rules);
        rules.anyRequest().access((_, _) -> new NoSuchEndpoint());
    }

    /** How people sign in, and who they are. Nothing of it is for a program's token, but what it has a scope for. */
    private static void people(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(
                        POST,
                        API + "/sessions/second-factor",
                        API + "/sessions/second-factor/passkey-options",
                        API + "/sessions/passkey",
                        API + "/sessions/passkey-options",
                        API + "/invitations/check",
                        API + "/invitations/accept")
                .permitAll();
        rules.requestMatchers(GET, API + "/me/sessions", API + "/me/second-factor", API + "/policy", API + "/tokens")
                .hasAuthority(PERSON);
        rules.requestMatchers(PUT, API + "/me/password", API + "/me/purpose").hasAuthority(PERSON);
        rules.requestMatchers(
                        POST,
                        API + "/me/reauthentication",
                        API + "/me/reauthentication/passkey-options",
                        API + "/me/second-factor/totp",
                        API + "/me/second-factor/totp:confirm",
                        API + "/me/second-factor/recovery-codes",
                        API + "/me/second-factor/passkeys",
                        API + "/me/second-factor/passkeys/options",
                        API + "/tokens")
                .hasAuthority(PERSON);
        rules.requestMatchers(
                        DELETE,
                        API + "/me/sessions",
                        API + "/me/sessions/*",
                        API + "/me/notices/*",
                        API + "/me/second-factor/totp",
                        API + "/me/second-factor/passkeys/*",
                        API + "/tokens/*")
                .hasAuthority(PERSON);
        rules.requestMatchers(GET, API + "/admins", API + "/admins/*").hasAuthority(ADMINS_READ.key());
        rules.requestMatchers(
                        POST,
                        API + "/admins",
                        API + "/admins/*:grant",
                        API + "/admins/*:revoke",
                        API + "/admins/*:invite")
                .hasAnyAuthority(ADMINS_WRITE.key(), REVIEWERS_WRITE.key());
        rules.requestMatchers(
                        POST,
                        API + "/admins/*:suspend",
                        API + "/admins/*:resume",
                        API + "/admins/*:end-sessions",
                        API + "/admins/*:reset-second-factor")
                .hasAuthority(ADMINS_WRITE.key());
        rules.requestMatchers(PATCH, API + "/policy").hasAuthority(ADMINS_WRITE.key());
    }

    /** What operators do, and whoever runs the machine. */
    private static void organisations(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(GET, API + "/organisations").hasAnyAuthority(LOCAL, ORGANISATIONS_WRITE.key());
        rules.requestMatchers(POST, API + "/organisations").hasAnyAuthority(LOCAL, ORGANISATIONS_WRITE.key());
        rules.requestMatchers(PATCH, API + "/organisations/*").hasAnyAuthority(LOCAL, ORGANISATIONS_WRITE.key());
    }

    /** The archive and what works on it. */
    private static void working(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(GET, API + "/archive", API + "/archive/periods", API + "/stats/ingest")
                .hasAuthority(ARCHIVE_READ.key());
        rules.requestMatchers(GET, API + "/events").hasAuthority(SYSTEM_READ.key());
        rules.requestMatchers(PATCH, API + "/archive").hasAuthority(ARCHIVE_SWITCH.key());
        rules.requestMatchers(POST, API + "/uploads").hasAuthority(IMPORTS_WRITE.key());
        rules.requestMatchers(HEAD, API + "/uploads/*").hasAuthority(IMPORTS_WRITE.key());
        rules.requestMatchers(PATCH, API + "/uploads/*").hasAuthority(IMPORTS_WRITE.key());
        rules.requestMatchers(DELETE, API + "/uploads/*").hasAuthority(IMPORTS_WRITE.key());
        rules.requestMatchers(
                        POST,
                        API + "/imports",
                        API + "/imports/*/items",
                        API + "/imports/*/finish",
                        API + "/imports/*:cancel")
                .hasAuthority(IMPORTS_WRITE.key());
        rules.requestMatchers(GET, API + "/imports", API + "/imports/*", API + "/imports/*/failures")
                .hasAuthority(IMPORTS_WRITE.key());
        rules.requestMatchers(GET, API + "/archive/rules").hasAuthority(RULES_READ.key());
        rules.requestMatchers(PATCH, API + "/archive/rules").hasAuthority(RULES_WRITE.key());
        rules.requestMatchers(GET, API + "/roles").hasAuthority(ADMINS_READ.key());
        accounts(rules);
        directory(rules);
        reading(rules);
        archiveLog(rules);
    }

    /** Who may not read all of the log reads his own entries: the controller sees to it. */
    private static void archiveLog(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(GET, API + "/log/verify").hasAnyAuthority(LOCAL, LOG_READ.key());
        rules.requestMatchers(POST, API + "/log:rebuild").hasAnyAuthority(LOCAL, INTEGRITY_RUN.key());
        rules.requestMatchers(GET, API + "/log", API + "/log/types", API + "/log/*")
                .hasAnyAuthority(LOG_READ.key(), LOG_OWN.key());
    }

    /** Whose mail is archived. */
    private static void accounts(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(GET, API + "/stats/coverage").hasAuthority(ARCHIVE_READ.key());
        rules.requestMatchers(
                        GET, API + "/archive/policy", API + "/accounts", API + "/accounts:history", API + "/accounts/*")
                .hasAuthority(ACCOUNTS_READ.key());
        rules.requestMatchers(PATCH, API + "/archive/policy").hasAuthority(ACCOUNTS_WRITE.key());
        rules.requestMatchers(POST, API + "/accounts:open", API + "/accounts:close")
                .hasAuthority(ACCOUNTS_WRITE.key());
    }

    /** Domains, departments and accounts. */
    private static void directory(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        String directory = API + "/directory";
        rules.requestMatchers(
                        GET,
                        API + "/domains",
                        API + "/departments",
                        API + "/departments/*",
                        directory + "/accounts",
                        directory + "/accounts/*",
                        directory + "/accounts/*/history",
                        directory + "/suggest",
                        directory + "/unknown",
                        directory + "/imports",
                        directory + "/imports/*",
                        directory + "/imports/*/changes",
                        directory + "/syncs",
                        directory + "/syncs/ldap")
                .hasAuthority(DIRECTORY_READ.key());
        rules.requestMatchers(
                        POST,
                        API + "/domains",
                        API + "/departments",
                        API + "/departments/*:merge",
                        directory + "/accounts",
                        directory + "/unknown:adopt",
                        directory + "/imports",
                        directory + "/imports/*:apply",
                        directory + "/imports/*:discard",
                        directory + "/syncs/ldap:test",
                        directory + "/syncs/ldap:run")
                .hasAuthority(DIRECTORY_WRITE.key());
        rules.requestMatchers(PUT, directory + "/syncs/ldap").hasAuthority(DIRECTORY_WRITE.key());
        rules.requestMatchers(DELETE, API + "/domains/*").hasAuthority(DIRECTORY_WRITE.key());
        rules.requestMatchers(PATCH, API + "/departments/*", directory + "/accounts/*")
                .hasAuthority(DIRECTORY_WRITE.key());
    }

    /** Whatever shows mail. */
    private static void reading(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(POST, API + "/searches", API + "/searches/*/snippets", API + "/query:parse")
                .hasAuthority(SEARCH_RUN.key());
        rules.requestMatchers(GET, API + "/searches/*/results").hasAuthority(SEARCH_RUN.key());
        rules.requestMatchers(
                        GET,
                        API + "/messages/*",
                        API + "/messages/*/headers",
                        API + "/messages/*/text",
                        API + "/messages/*/render",
                        API + "/messages/*/attachments/*",
                        API + "/messages/*/evidence")
                .hasAuthority(MESSAGES_READ.key());
        rules.requestMatchers(GET, API + "/messages/*/raw", API + "/messages/*/sightings/*/raw", API + "/exports/*/zip")
                .hasAuthority(MESSAGES_EXPORT.key());
        rules.requestMatchers(POST, API + "/exports").hasAuthority(MESSAGES_EXPORT.key());
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
