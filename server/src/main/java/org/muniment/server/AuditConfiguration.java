package org.muniment.server;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.audit.AuditLogs;
import org.muniment.server.database.Database;
import org.muniment.server.database.LogRows;
import org.muniment.server.security.Strangers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The archive log for people: every archive's log is followed while the archive is open. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    /** Behind the archive, which has phase 0: it ends before the archive is closed. */
    private static final int PHASE = 1;

    @Bean
    LogRows logRows(Database database) {
        return new LogRows(database);
    }

    @Bean
    AuditLogs auditLogs(LogRows rows, OpenArchives archives) {
        var logs = new AuditLogs(rows);
        archives.onOpen(opened ->
                logs.follow(opened.organisation().id(), opened.archive().trail()));
        return logs;
    }

    @Bean
    Phase auditPhase(AuditLogs logs) {
        return new Phase(PHASE, () -> {}, logs::close);
    }

    /** What was counted of strangers is told before the archives are closed. */
    @Bean
    Phase strangersPhase(Strangers strangers, ScheduledExecutorService ticker) {
        return new Phase(
                PHASE,
                () -> {
                    var _ = ticker.scheduleWithFixedDelay(strangers::tell, 1, 1, TimeUnit.MINUTES);
                },
                strangers::tell);
    }

    @Bean
    Phase auditReadersPhase(AuditLogs logs) {
        return new Phase(Announcement.PHASE, () -> {}, logs::sendReadersAway);
    }
}
