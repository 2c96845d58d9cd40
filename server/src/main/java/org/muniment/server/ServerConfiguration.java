package org.muniment.server;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.muniment.server.accounts.AccountSets;
import org.muniment.server.accounts.AccountsConfiguration;
import org.muniment.server.api.ApiConfiguration;
import org.muniment.server.archives.ArchiveOpener;
import org.muniment.server.archives.ArchiveSwitch;
import org.muniment.server.archives.CurrentRules;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.archives.RulesConfiguration;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.database.Database;
import org.muniment.server.database.ImportRuns;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.Passwords;
import org.muniment.server.database.People;
import org.muniment.server.database.RuleTable;
import org.muniment.server.database.Sessions;
import org.muniment.server.database.SetUpDrafts;
import org.muniment.server.database.Uploads;
import org.muniment.server.directory.MembersConfiguration;
import org.muniment.server.directory.SearchedMembersConfiguration;
import org.muniment.server.events.EventStreams;
import org.muniment.server.factors.FactorsConfiguration;
import org.muniment.server.home.Home;
import org.muniment.server.jobs.ImportJobs;
import org.muniment.server.jobs.ItemIntake;
import org.muniment.server.listeners.ListenerStarter;
import org.muniment.server.listeners.Listeners;
import org.muniment.server.people.PeopleConfiguration;
import org.muniment.server.security.SecurityConfiguration;
import org.muniment.server.settings.Settings;
import org.muniment.server.setup.SetUp;
import org.muniment.server.sso.SingleSignOnConfiguration;
import org.muniment.server.uploads.UploadIntake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How the parts of the server are put together. Nothing is found by scanning and nothing configures itself. */
@Configuration(proxyBeanMethods = false)
@Import({
    HttpConfiguration.class,
    SecurityConfiguration.class,
    FactorsConfiguration.class,
    PeopleConfiguration.class,
    ApiConfiguration.class,
    AuditConfiguration.class,
    LifecycleConfiguration.class,
    MembersConfiguration.class,
    OrganisationsConfiguration.class,
    AccountsConfiguration.class,
    SearchedMembersConfiguration.class,
    RulesConfiguration.class,
    SingleSignOnConfiguration.class
})
class ServerConfiguration {

    @Bean
    Home home(Settings settings) {
        return new Home(settings.home());
    }

    @Bean
    Database database(Home home) throws IOException {
        return Database.open(home);
    }

    @Bean
    Organisations organisations(Database database) {
        return new Organisations(database);
    }

    @Bean
    People people(Database database) {
        return new People(database);
    }

    @Bean
    ArchivePeriods archivePeriods(Database database) {
        return new ArchivePeriods(database);
    }

    @Bean
    Sessions sessions(Database database, People people) {
        return new Sessions(database, people);
    }

    @Bean
    SetUpDrafts setUpDrafts(Database database) {
        return new SetUpDrafts(database);
    }

    @Bean
    ImportRuns importRuns(Database database) {
        return new ImportRuns(database);
    }

    @Bean
    Uploads uploads(Database database) {
        return new Uploads(database);
    }

    @Bean
    UploadIntake uploadIntake(Settings settings, Home home, Uploads uploads, Database database, InstantSource clock) {
        var limits = new UploadIntake.Limits(
                settings.imports().uploadMaxSize(), settings.storage().reserveBytes());
        return new UploadIntake(home, limits, uploads, database, clock);
    }

    @Bean
    ExecutorService importWorkers() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    ItemIntake itemIntake(Settings settings, Home home, ExecutorService importWorkers) {
        return new ItemIntake(settings.imports().maxSize(), home, importWorkers);
    }

    @Bean
    ImportJobs importJobs(
            ImportRuns runs, UploadIntake uploads, Database database, ItemIntake intake, InstantSource clock) {
        return new ImportJobs(runs, uploads, database, intake, clock);
    }

    @Bean
    EventStreams eventStreams() {
        return new EventStreams();
    }

    /** For what is looked at from time to time. Its tasks are short, and none may throw. */
    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService ticker() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ticker").factory());
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    SetUp setUp(Database database, Settings settings, Passwords passwords, InstantSource clock) {
        return new SetUp(database, settings, passwords, clock);
    }

    @Bean
    CurrentRules currentRules(ArchivePeriods periods, RuleTable ruleTable, AccountSets accounts, InstantSource clock) {
        return new CurrentRules(periods, ruleTable, accounts::live, clock);
    }

    @Bean
    OpenArchives openArchives(
            Settings settings, Organisations organisations, CurrentRules rules, ArchiveOpener opener) {
        return new OpenArchives(settings, organisations, rules, opener);
    }

    @Bean
    ArchiveSwitch archiveSwitch(OpenArchives archives, ArchivePeriods periods, Database database, InstantSource clock) {
        return new ArchiveSwitch(archives, periods, database, clock);
    }

    @Bean
    Listeners listeners(Settings settings, ListenerStarter starter, InstantSource clock) {
        return new Listeners(settings.smtp(), starter, clock);
    }

    @Bean
    Addresses addresses(Settings settings, Listeners listeners) {
        return new Addresses(settings, listeners);
    }

    @Bean
    Readiness readiness(OpenArchives archives) {
        return new Readiness(archives);
    }
}
