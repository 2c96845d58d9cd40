package org.muniment.server;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.valves.ErrorReportValve;
import org.muniment.server.console.ConsolePage;
import org.muniment.server.settings.Settings;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tomcat with a virtual thread per request, Spring MVC, the security chain and the console's files; no access log, no
 * error pages.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import(ConsolePage.class)
class HttpConfiguration implements WebMvcConfigurer {
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int SECURITY_ORDER = 0;

    /** From here on a text is worth being compressed. */
    private static final DataSize COMPRESSED_FROM = DataSize.ofKilobytes(2);

    /** Names of the console's files carry a digest of what is in them: a name never gets another content. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final JsonMapper json;

    HttpConfiguration(JsonMapper json) {
        this.json = json;
    }

    @Bean
    static TomcatServletWebServerFactory webServer(Settings settings) {
        var factory = new TomcatServletWebServerFactory(settings.http().port());
        factory.setAddress(InetAddress.ofLiteral(settings.http().bind()));
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.addConnectorCustomizers(HttpConfiguration::customize);
        factory.addProtocolHandlerCustomizers(
                protocol -> protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor()));
        factory.addContextValves(silentErrors());
        factory.setCompression(compression());
        return factory;
    }

    private static Compression compression() {
        var compression = new Compression();
        compression.setEnabled(true);
        compression.setMinResponseSize(COMPRESSED_FROM);
        compression.setMimeTypes(new String[] {
            "text/html", "text/css", "text/javascript", "text/plain", "image/svg+xml", "application/json"
        });
        return compression;
    }

    private static void customize(Connector connector) {
        connector.setProperty("maxConnections", Integer.toString(MOST_CONNECTIONS));
        connector.setProperty("connectionTimeout", "20000");
        connector.setProperty("keepAliveTimeout", "60000");
        connector.setProperty("maxKeepAliveRequests", "-1"); // an import is thousands of requests on one connection
        connector.setProperty("maxHttpRequestHeaderSize", "16384");
    }

    private static ErrorReportValve silentErrors() {
        var valve = new ErrorReportValve();
        valve.setShowReport(false);
        valve.setShowServerInfo(false);
        return valve;
    }

    @Bean
    static ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
        var registration = new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    static DelegatingFilterProxyRegistrationBean securityFilter() {
        var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.setOrder(SECURITY_ORDER);
        return registration;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/org/muniment/web/assets/")
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/favicon.svg", "/favicon.ico")
                .addResourceLocations("classpath:/org/muniment/web/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.disableDefaults()
                .withStringConverter(new StringHttpMessageConverter(StandardCharsets.UTF_8))
                .withJsonConverter(new JacksonJsonHttpMessageConverter(json));
    }
}
