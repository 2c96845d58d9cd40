package org.muniment.server.api;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.muniment.server.archives.CurrentArchive;
import org.muniment.server.docs.DocsController;
import org.muniment.server.home.Home;
import org.muniment.server.settings.Settings;
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
    MeController.class,
    DocsController.class,
    StatusController.class,
    ArchiveController.class,
    ImportController.class,
    SearchController.class,
    MessageController.class,
    ExportController.class,
    IntegrityController.class,
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

    @Bean
    Door door(CurrentArchive current) {
        return new Door(current);
    }

    @Bean
    ExecutorService importWorkers() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    ImportIntake importIntake(
            Settings settings, Home home, ExecutorService importWorkers, InstantSource clock, JsonMapper json) {
        return new ImportIntake(settings.imports().maxSize(), home, importWorkers, clock, json);
    }
}
