package org.muniment.server;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.server.archives.ArchiveSwitch;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.archives.ServiceTerms;
import org.muniment.server.database.Database;
import org.muniment.server.database.Passwords;
import org.muniment.server.settings.Settings;
import org.muniment.server.setup.Operating;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Several organisations and what was agreed with them. */
@Configuration(proxyBeanMethods = false)
class OrganisationsConfiguration {

    @Bean
    Operating operating(
            OpenArchives archives, Database database, Settings settings, Passwords passwords, InstantSource clock) {
        return new Operating(archives, database, settings, passwords, clock);
    }

    @Bean
    ServiceTerms serviceTerms(OpenArchives archives, ArchiveSwitch archiveSwitch, InstantSource clock) {
        return new ServiceTerms(archives, archiveSwitch, clock);
    }

    /** As soon as the archives are open, and every minute. */
    @Bean
    Phase serviceTermsPhase(ServiceTerms terms, ScheduledExecutorService ticker) {
        return new Phase(
                1,
                () -> {
                    terms.look();
                    var _ = ticker.scheduleWithFixedDelay(terms::look, 1, 1, TimeUnit.MINUTES);
                },
                () -> {});
    }
}
