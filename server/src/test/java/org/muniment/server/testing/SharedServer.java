package org.muniment.server.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.muniment.server.database.SecondFactor;

/** Gives a test class the one server that all of them share: set up, archiving on. */
public final class SharedServer implements ParameterResolver {
    private static final Namespace SPACE = Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(SPACE).computeIfAbsent("server", _ -> start(), TestServer.class);
    }

    private static TestServer start() {
        try {
            Path home = Files.createTempDirectory(Path.of("target"), "shared-home-");
            var server = TestServer.setUp(home.toAbsolutePath(), SecondFactor.OPTIONAL);
            server.signedIn(TestServer.ADMINISTRATOR)
                    .send("PATCH", "/archive", "{\"enabled\":true,\"reason\":\"the tests\"}");
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("the shared server did not start", e);
        }
    }
}
