package org.muniment.server.crash;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes what the clients send, and keeps it: mails of many sizes, copies of mails with another trace, and postings
 * sent once more, as a client does that has not heard the answer. Thread-safe; each caller brings its own randomness.
 */
public final class Postings {
    private static final int LARGE = 256 << 10;
    private static final int SMALL = 6_000;
    private static final int RECENT = 50;

    private final List<Posting> all = Collections.synchronizedList(new ArrayList<>());

    /** The next posting of a client; {@code name} is one that nobody else uses. */
    Posting next(Random random, String name) {
        int kind = all.isEmpty() ? 99 : random.nextInt(100);
        if (kind < 15) {
            return again(random);
        }
        Posting posting = kind < 40 ? copy(recent(random), name) : fresh(random, name, kind < 45);
        all.add(posting);
        return posting;
    }

    /** Everything that was ever to be sent. */
    public List<Posting> all() {
        return all;
    }

    private Posting recent(Random random) {
        int count = all.size();
        return all.get(count - 1 - random.nextInt(Math.min(count, RECENT)));
    }

    /** One whose answer was not heard, if there is one among the last. */
    private Posting again(Random random) {
        for (int i = 0; i < RECENT; i++) {
            Posting posting = recent(random);
            if (!posting.acknowledged()) {
                return posting;
            }
        }
        return recent(random);
    }

    private static Posting copy(Posting of, String name) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(
                ascii("Received: from relay by mx for <" + name + "@example.org>; Mon, 2 Mar 2026 10:00:00 +0000\r\n"));
        mail.writeBytes(of.mail());
        return new Posting(name + "@example.org", of.messageId(), mail.toByteArray());
    }

    private static Posting fresh(Random random, String name, boolean large) {
        String id = "<" + name + "@example.net>";
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(ascii("From: ada@example.net\r\nTo: bob@example.org\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n"
                + "Message-ID: " + id + "\r\nSubject: mail " + name + "\r\n\r\n"));
        int size = large ? LARGE + random.nextInt(2 * LARGE) : random.nextInt(SMALL);
        while (mail.size() < size) {
            mail.writeBytes(ascii(line(random)));
        }
        return new Posting(name + "@example.org", id, mail.toByteArray());
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        int length = random.nextInt(78);
        for (int i = 0; i < length; i++) {
            line.append((char) (' ' + random.nextInt(95)));
        }
        return line.append("\r\n").toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
