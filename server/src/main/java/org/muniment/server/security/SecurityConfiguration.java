package org.muniment.server.security;

import java.time.InstantSource;
import org.muniment.server.archives.CurrentArchive;
import org.muniment.server.directory.Database;
import org.muniment.server.directory.Passwords;
import org.muniment.server.directory.People;
import org.muniment.server.directory.Sessions;
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
import org.springframework.security.web.header.HeaderWriterFilter;

/** The chain every request goes through: the right host, a known caller, a rule that allows it. Keeps no state. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    @Bean
    LocalToken localToken() {
        return new LocalToken();
    }

    @Bean
    SignIn signIn(
            CurrentArchive current,
            People people,
            Sessions sessions,
            Passwords passwords,
            Database database,
            InstantSource clock) {
        return new SignIn(current, people, sessions, passwords, database, clock);
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
            CurrentArchive current,
            Sessions sessions,
            LocalToken localToken,
            InstantSource clock,
            DenialAnswer answer) {
        var denials = new Denials(answer, current);
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie is ever taken, so there is nothing to forge
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new HostFilter(settings.http().hosts(), answer), HeaderWriterFilter.class)
                .addFilterBefore(
                        new TokenFilter(sessions, localToken, clock, answer), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .authorizeHttpRequests(AccessRules::apply)
                .build();
    }
}
