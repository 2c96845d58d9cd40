package org.muniment.server.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.NotSetUpException;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Identities;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Sessions;
import org.muniment.server.factors.Factors;
import org.muniment.server.security.SessionCookie;
import org.muniment.server.security.SignIn;
import org.muniment.server.security.Strangers;
import org.muniment.server.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Where people come back from the identity provider. Whom it names is signed in if she was appointed here: the provider
 * says who somebody is, never what she may do. Only people of the default organisation come this way, for the provider is
 * the operator's.
 *
 * <p>She is found by the address that the provider has verified, once; from then on by the subject alone, so that whoever
 * gets her address later does not become her (OpenID Connect Core 1.0, section 5.7). Thread-safe.
 */
final class OidcArrival implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OidcArrival.class);
    private static final int LONGEST_ADDRESS = 254;
    private static final String SIGN_IN = "/signin";
    private static final String WAY = "single sign-on";

    /** What OpenID Connect and Spring call an error; anything else may be what a stranger wrote. */
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,60}");

    private final Settings.Oidc settings;
    private final OpenArchives archives;
    private final People people;
    private final Identities identities;
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Strangers strangers;
    private final InstantSource clock;

    OidcArrival(
            Settings.Oidc settings,
            OpenArchives archives,
            People people,
            Identities identities,
            SignIn signIn,
            SessionCookie cookie,
            Strangers strangers,
            InstantSource clock) {
        this.settings = settings;
        this.archives = archives;
        this.people = people;
        this.identities = identities;
        this.signIn = signIn;
        this.cookie = cookie;
        this.strangers = strangers;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext(); // known by our own cookie from here on, not by what the provider sent
        String client = request.getRemoteAddr();
        try {
            Optional<Person> person =
                    authentication.getPrincipal() instanceof OidcUser user ? person(user) : Optional.empty();
            if (person.isEmpty()) {
                archives.first(); // nobody signs in before the set-up
                strangers.failed(client, WAY, "not-appointed");
                response.sendRedirect(SIGN_IN + "#sso=refused");
                return;
            }
            SignIn.Result result = settings.trustsSecondFactor()
                    ? signIn.identifiedByTwo(person.get(), Sessions.Kind.COOKIE, client, WAY)
                    : signIn.identified(person.get(), Sessions.Kind.COOKIE, client, WAY);
            goOn(result, request, response);
        } catch (NotSetUpException e) {
            response.sendRedirect("/setup");
        }
    }

    private void goOn(SignIn.Result result, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (result) {
            case SignIn.Result.Done done -> {
                cookie.read(request).ifPresent(signIn::replaced);
                cookie.give(done.token(), request, response);
                // Where she wanted to go only her browser knows: no address that comes from elsewhere leads anywhere.
                response.sendRedirect(SIGN_IN + "#sso=done");
            }
            case SignIn.Result.SecondStep step -> response.sendRedirect(SIGN_IN + "#" + fragment(step));
            case SignIn.Result.Refused _, SignIn.Result.Wait _ -> response.sendRedirect(SIGN_IN + "#sso=refused");
        }
    }

    /** Behind the number sign, which no browser sends to anybody. */
    private static String fragment(SignIn.Result.SecondStep step) {
        String methods = step.methods().stream().map(Factors.Method::key).collect(Collectors.joining(","));
        return "ticket=" + URLEncoder.encode(step.ticket(), StandardCharsets.UTF_8) + "&methods=" + methods
                + "&expires=" + step.expires();
    }

    private Optional<Person> person(OidcUser user) {
        String issuer = settings.issuer();
        @Nullable String subject = user.getSubject();
        if (subject == null || subject.isEmpty() || subject.length() > Identities.LONGEST_SUBJECT) {
            return Optional.empty();
        }
        Optional<String> bound = identities.person(issuer, subject);
        return bound.isPresent() ? bound.flatMap(people::byId) : bindNow(user, issuer, subject);
    }

    private Optional<Person> bindNow(OidcUser user, String issuer, String subject) {
        String email = user.getEmail();
        if (!Boolean.TRUE.equals(user.getEmailVerified()) || email == null || email.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        return people.find(email.toLowerCase(Locale.ROOT))
                .filter(person -> person.organisation()
                        .equals(archives.first().organisation().id()))
                .filter(person -> !identities.isBound(issuer, person.id()))
                .filter(person -> identities.bind(issuer, subject, person.id(), clock.instant()));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException failure)
            throws IOException {
        // What the provider said may hold what a stranger wrote: only the program's own log gets all of it.
        LOG.warn(
                "Single sign-on failed: {}",
                failure == null
                        ? "no reason"
                        : String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " "));
        strangers.failed(request.getRemoteAddr(), WAY, code(failure));
        response.sendRedirect(SIGN_IN + "#sso=failed");
    }

    private static String code(@Nullable AuthenticationException failure) {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        return ERROR_CODE.matcher(code).matches() ? code.replace('_', '-') : "other";
    }
}
