package org.muniment.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Actor;

class StrangersTest {
    private final List<String> told = new ArrayList<>();
    private boolean broken;
    private final Strangers strangers = new Strangers(this::write);

    private void write(Actor actor, Map<String, String> detail) throws IOException {
        if (broken) {
            throw new IOException("no room");
        }
        told.add(actor.address() + " " + detail);
    }

    @Test
    void theFirstIsToldAtOnceAndTheRestOncePerMinuteWithItsNumber() {
        for (int i = 0; i < 1_000; i++) {
            strangers.failed("192.0.2.1", "token", null);
        }
        strangers.failed("192.0.2.2", "token", null);
        assertThat(told).containsExactly("192.0.2.1 {cause=token}", "192.0.2.2 {cause=token}");
        told.clear();
        strangers.tell();
        assertThat(told).containsExactly("192.0.2.1 {cause=token, count=999}");
        strangers.failed("192.0.2.1", "token", null);
        assertThat(told).as("whoever goes on is counted").hasSize(1);
        strangers.tell();
        assertThat(told).last().isEqualTo("192.0.2.1 {cause=token}");
        told.clear();
        strangers.tell();
        assertThat(told).isEmpty();
        strangers.failed("192.0.2.1", "token", null);
        assertThat(told).as("a quiet minute later").hasSize(1);
    }

    @Test
    void manyAddressesFillNoLog() {
        for (int i = 0; i < 5_000; i++) {
            strangers.failed("2001:db8::" + Integer.toHexString(i), "token", "code-" + i);
        }
        assertThat(told).hasSize(200);
        told.clear();
        strangers.tell();
        assertThat(told).containsExactly("null {cause=token, count=4800}");
    }

    @Test
    void whatCannotBeWrittenIsToldLater() {
        broken = true;
        strangers.failed("192.0.2.1", "single sign-on", "invalid-nonce");
        strangers.failed("192.0.2.1", "single sign-on", "invalid-nonce");
        strangers.tell();
        assertThat(told).isEmpty();
        broken = false;
        strangers.tell();
        assertThat(told).containsExactly("192.0.2.1 {cause=single sign-on, code=invalid-nonce, count=2}");
    }
}
