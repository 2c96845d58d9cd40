package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.muniment.server.testing.TestServer;

/** What commands that show and change settings have in common in tests: a real server, and somebody who signs in. */
class SettingsCommandTest extends CommandLineTest {
    TestServer real;

    final void signIn(TestServer server, String address) throws Exception {
        real = server;
        env.put("MUNIMENT_SERVER", server.nobody().url());
        env.put("MUNIMENT_TOKEN", server.signedIn(address).authorization().replace("Bearer ", ""));
    }

    @AfterEach
    final void stopReal() {
        if (real != null) {
            real.close();
        }
    }

    final String ok(String... args) {
        Ran ran = run(args);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran.out();
    }
}
