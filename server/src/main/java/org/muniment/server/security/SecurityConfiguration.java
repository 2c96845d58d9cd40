package org.muniment.server.security;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ApiTokens;
import org.muniment.server.database.Database;
import org.muniment.server.database.Invitations;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.OutsidePasswords;
import org.muniment.server.database.Passwords;
import org.muniment.server.database.People;
import org.muniment.server.database.Sessions;
import org.muniment.server.database.SignInPolicies;
import org.muniment.server.factors.Authenticators;
import org.muniment.server.factors.Factors;
import org.muniment.server.factors.Passkeys;
import org.muniment.server.factors.RecoveryCodes;
import org.muniment.server.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * The chain every request goes through: the right host, the right page, a known caller, a rule that allows it. Keeps no
 * state of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    @Bean
    LocalToken localToken() {
        return new LocalToken();
    }

    @Bean
    SetUpCode setUpCode() {
        return new SetUpCode();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    @Bean
    SessionCookie sessionCookie(CsrfTokenRepository csrfTokens) {
        return new SessionCookie(csrfTokens);
    }

    @Bean
    SignIn signIn(
            OpenArchives archives,
            People people,
            Sessions sessions,
            SignInPolicies policies,
            Invitations invitations,
            Factors factors,
            Proofs proofs,
            Database database,
            InstantSource clock) {
        return new SignIn(archives, people, sessions, policies, invitations, factors, proofs, database, clock);
    }

    @Bean
    Proofs proofs(
            OpenArchives archives,
            Database database,
            People people,
            Sessions sessions,
            Passwords passwords,
            OutsidePasswords outside,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            InstantSource clock) {
        return new Proofs(
                archives,
                database,
                people,
                sessions,
                passwords,
                outside,
                authenticators,
                recoveryCodes,
                passkeys,
                clock);
    }

    @Bean
    Reauthentication reauthentication(Sessions sessions, InstantSource clock) {
        return new Reauthentication(sessions, clock);
    }

    @Bean
    Standing standing(Sessions sessions, TokenPasses tokens, InstantSource clock) {
        return new Standing(sessions, tokens, clock);
    }

    @Bean
    RefusalLog refusalLog(OpenArchives archives) {
        return new RefusalLog(archives);
    }

    /** Nobody is a stranger before the set-up. */
    @Bean
    Strangers strangers(OpenArchives archives) {
        return new Strangers((actor, detail) -> {
            Optional<OpenArchives.Opened> first = archives.findFirst();
            if (first.isPresent()) {
                first.get().archive().log(actor, "auth.failed", detail);
            }
        });
    }

    @Bean
    TokenPasses tokenPasses(ApiTokens tokens, People people, InstantSource clock) {
        return new TokenPasses(tokens, people, clock);
    }

    /** Callers are known by tokens alone; without this bean Spring Security would think of looking for users. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Settings settings,
            RefusalLog refusals,
            Strangers strangers,
            Organisations organisations,
            Sessions sessions,
            TokenPasses tokenPasses,
            SessionCookie cookie,
            CsrfTokenRepository csrfTokens,
            LocalToken localToken,
            SetUpCode setUpCode,
            List<SignInWay> ways,
            InstantSource clock,
            DenialAnswer answer) {
        var denials = new Denials(answer, refusals, strangers);
        var tokens = new TokenFilter(sessions, tokenPasses, cookie, localToken, clock, strangers, answer);
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(new KnownByCookie(cookie))
                        // Every request is a first one to Spring; a new token each time would overtake the console.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .headers(BrowserRules::apply)
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ProxyInFront(settings.http().proxies()), HeaderWriterFilter.class)
                .addFilterAfter(new HostFilter(settings.http().hosts(), answer), HeaderWriterFilter.class)
                .addFilterBefore(new OriginFilter(answer, strangers), CsrfFilter.class)
                .addFilterBefore(tokens, AnonymousAuthenticationFilter.class)
                .addFilterAfter(new SetUpGate(organisations, setUpCode, clock, answer), TokenFilter.class)
                .addFilterAfter(new SecondFactorGate(answer, refusals), SetUpGate.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .authorizeHttpRequests(AccessRules::apply);
        ways.forEach(way -> way.addTo(http));
        return http.build();
    }
}
