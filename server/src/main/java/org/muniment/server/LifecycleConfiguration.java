package org.muniment.server;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.server.accounts.AccountFollower;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.events.EventStreams;
import org.muniment.server.home.Home;
import org.muniment.server.jobs.ImportJobs;
import org.muniment.server.listeners.Listeners;
import org.muniment.server.security.LocalToken;
import org.muniment.server.security.SetUpCode;
import org.muniment.server.uploads.UploadIntake;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The order of coming up and going down. Up: archive (store, then index), imports, HTTP, SMTP, and only then the note that all is
 * ready. Down the other way round: the note goes, SMTP ends, HTTP ends, imports pause, the archive is closed, the database last.
 */
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {
    /** For requests under way; with the listeners' own grace this leaves time for the archive within ten seconds. */
    private static final long HTTP_GRACE_MILLIS = 4_000;

    /** Behind the archive, which has phase 0. */
    private static final int JOBS = 1;

    @Bean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)
    static DefaultLifecycleProcessor lifecycleProcessor() {
        var processor = new DefaultLifecycleProcessor();
        processor.setTimeoutPerShutdownPhase(HTTP_GRACE_MILLIS);
        return processor;
    }

    @Bean
    ArchiveLifecycle archiveLifecycle(OpenArchives archives, Readiness readiness) {
        return new ArchiveLifecycle(archives, readiness);
    }

    /** Files may be uploaded as soon as HTTP is there; the folder must be in order before. */
    @Bean
    Phase uploadsPhase(UploadIntake uploads, ScheduledExecutorService ticker) {
        return new Phase(
                JOBS,
                () -> {
                    uploads.open();
                    var _ = ticker.scheduleWithFixedDelay(uploads::sweepIfPossible, 1, 1, TimeUnit.HOURS);
                },
                () -> {});
    }

    /** Jobs need the archive: they begin after it and end before it. */
    @Bean
    Phase jobsPhase(OpenArchives archives, ImportJobs jobs) {
        return new Phase(JOBS + 1, () -> jobs.resume(id -> archives.of(id).archive()), jobs::stop);
    }

    /** Accounts open by themselves as long as the archives are open. */
    @Bean
    Phase accountsPhase(AccountFollower follower) {
        return new Phase(JOBS, follower::start, follower::stop);
    }

    /** A stream of events is a request that never ends by itself; HTTP would wait for it. */
    @Bean
    Phase eventsPhase(EventStreams events) {
        return new Phase(Announcement.PHASE, () -> {}, events::close);
    }

    @Bean
    ListenersLifecycle listenersLifecycle(OpenArchives archives, Listeners listeners, Readiness readiness) {
        return new ListenersLifecycle(archives, listeners, readiness);
    }

    @Bean
    IdleMemory idleMemory() {
        return new IdleMemory();
    }

    @Bean
    Announcement announcement(
            WebServerApplicationContext context,
            Addresses addresses,
            Readiness readiness,
            Home home,
            LocalToken localToken,
            JsonMapper json,
            OpenArchives archives,
            SetUpCode setUpCode,
            Console console) {
        var note = new RunNote(home, localToken, json, addresses);
        return new Announcement(context, addresses, readiness, note, home, archives, setUpCode, console);
    }
}
