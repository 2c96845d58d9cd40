package org.muniment.server.api;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.server.Addresses;
import org.muniment.server.accounts.AccountFollower;
import org.muniment.server.accounts.AccountSets;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.database.People;
import org.muniment.server.database.SignInPolicies;
import org.muniment.server.docs.DocsController;
import org.muniment.server.events.EventStreams;
import org.muniment.server.home.Home;
import org.muniment.server.jobs.ImportJobs;
import org.muniment.server.jobs.ItemIntake;
import org.muniment.server.listeners.Listeners;
import org.muniment.server.security.SessionCookie;
import org.muniment.server.security.SignIn;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** The parts of the API; named one by one, so that nothing is an endpoint by accident. */
@Configuration(proxyBeanMethods = false)
@Import({
    Problems.class,
    HealthController.class,
    SetUpController.class,
    SessionController.class,
    SignInWaysController.class,
    MeController.class,
    OwnAccessController.class,
    SecondFactorController.class,
    InvitationController.class,
    AdminController.class,
    SignInPolicyController.class,
    TokenController.class,
    DocsController.class,
    StatusController.class,
    OrganisationsController.class,
    ArchiveController.class,
    RulesController.class,
    StatsController.class,
    CoverageController.class,
    ArchivePolicyController.class,
    AccountController.class,
    AccountActController.class,
    UploadController.class,
    ImportController.class,
    ImportItemsController.class,
    ImportReportController.class,
    RoleController.class,
    DomainController.class,
    DepartmentController.class,
    DirectoryController.class,
    DirectoryImportController.class,
    DirectorySyncController.class,
    UnknownAddressController.class,
    EventsController.class,
    SearchController.class,
    QueryController.class,
    MessageController.class,
    ViewController.class,
    OriginalController.class,
    AttachmentController.class,
    EvidenceController.class,
    ExportController.class,
    IntegrityController.class,
    LogController.class,
    IndexController.class
})
public class ApiConfiguration {

    @Bean
    JsonMapper json() {
        return ApiJson.mapper();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    FilterRegistrationBean<Boundary> boundary(ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(new Boundary(writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Directly behind the boundary, so that whatever logs knows the reason and the case. */
    @Bean
    FilterRegistrationBean<AuditHeaders> auditHeaders(ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(new AuditHeaders(writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    LogDownload logDownload(JsonMapper json, InstantSource clock) {
        return new LogDownload(json, clock);
    }

    @Bean
    SignInAnswers signInAnswers(SignIn signIn, SessionCookie cookie) {
        return new SignInAnswers(signIn, cookie);
    }

    @Bean
    Door door(OpenArchives archives, SignInPolicies policies) {
        return new Door(archives, policies);
    }

    @Bean
    Overview overview(
            OpenArchives archives,
            ArchivePeriods periods,
            AccountSets accounts,
            AccountFollower follower,
            People people,
            Listeners listeners,
            Addresses addresses,
            Home home,
            InstantSource clock) {
        return new Overview(
                archives, periods, new Seats(accounts, follower), people, listeners, addresses, home, clock);
    }

    @Bean
    ImportIntake importIntake(ItemIntake intake, InstantSource clock, JsonMapper json) {
        return new ImportIntake(intake, clock, json);
    }

    @Bean
    SearchNotes searchNotes(ArchivePeriods periods, InstantSource clock) {
        return new SearchNotes(periods, clock);
    }

    @Bean
    PreparedExports preparedExports(InstantSource clock) {
        return new PreparedExports(clock);
    }

    @Bean
    StatusWatch statusWatch(
            OpenArchives archives,
            Overview overview,
            EventStreams streams,
            ImportJobs jobs,
            ScheduledExecutorService ticker) {
        var watch = new StatusWatch(archives, overview, streams);
        jobs.onProgress(watch::importWent);
        var _ = ticker.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
        return watch;
    }
}
