package org.muniment.server.sso;

import java.time.InstantSource;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.Identities;
import org.muniment.server.database.People;
import org.muniment.server.security.SessionCookie;
import org.muniment.server.security.SignIn;
import org.muniment.server.security.Strangers;
import org.muniment.server.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Single sign-on. */
@Configuration(proxyBeanMethods = false)
public class SingleSignOnConfiguration {

    @Bean
    Identities identities(Database database) {
        return new Identities(database);
    }

    @Bean
    SingleSignOn singleSignOn(
            Settings settings,
            OpenArchives archives,
            People people,
            Identities identities,
            SignIn signIn,
            SessionCookie cookie,
            Strangers strangers,
            InstantSource clock) {
        return new SingleSignOn(settings, archives, people, identities, signIn, cookie, strangers, clock);
    }
}
