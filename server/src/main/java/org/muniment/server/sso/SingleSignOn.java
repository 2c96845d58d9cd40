package org.muniment.server.sso;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Identities;
import org.muniment.server.database.People;
import org.muniment.server.security.SessionCookie;
import org.muniment.server.security.SignIn;
import org.muniment.server.security.SignInWay;
import org.muniment.server.security.Strangers;
import org.muniment.server.settings.Settings;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sign-in through the operator's identity provider, where one is set; everything that OpenID Connect asks is Spring's. */
public final class SingleSignOn implements SignInWay {
    private static final String BEGIN = "/sso";
    private static final String CALLBACK = "/sso/*/callback";

    private final Settings.@Nullable Oidc settings;
    private final OpenArchives archives;
    private final People people;
    private final Identities identities;
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Strangers strangers;
    private final InstantSource clock;

    public SingleSignOn(
            Settings settings,
            OpenArchives archives,
            People people,
            Identities identities,
            SignIn signIn,
            SessionCookie cookie,
            Strangers strangers,
            InstantSource clock) {
        this.settings = settings.oidc();
        this.archives = archives;
        this.people = people;
        this.identities = identities;
        this.signIn = signIn;
        this.cookie = cookie;
        this.strangers = strangers;
        this.clock = clock;
    }

    @Override
    public Optional<Button> button() {
        Settings.Oidc oidc = settings;
        return oidc == null ? Optional.empty() : Optional.of(new Button(oidc.name(), BEGIN + "/" + OidcProvider.ID));
    }

    @Override
    public void addTo(HttpSecurity http) {
        Settings.Oidc oidc = settings;
        if (oidc == null) {
            return;
        }
        var arrival = new OidcArrival(oidc, archives, people, identities, signIn, cookie, strangers, clock);
        var pending = new PendingAuthorizations(clock);
        http.oauth2Login(login -> login.clientRegistrationRepository(new OidcProvider(oidc))
                .authorizedClientRepository(new NoAuthorizedClients())
                .loginPage("/signin") // or Spring would write one of its own
                .authorizationEndpoint(begin -> begin.baseUri(BEGIN).authorizationRequestRepository(pending))
                .redirectionEndpoint(back -> back.baseUri(CALLBACK))
                .successHandler(arrival)
                .failureHandler(arrival)
                .withObjectPostProcessor(failingTo(arrival)));
    }

    /**
     * Spring gives the failure handler to the filter of the way back alone; the one of the way there would answer 500, with a
     * stack trace in the log, while the provider is down and for every name that is none.
     */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failingTo(
            AuthenticationFailureHandler handler) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }
}
