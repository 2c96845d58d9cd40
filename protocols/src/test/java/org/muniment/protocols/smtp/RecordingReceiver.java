package org.muniment.protocols.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/** The test's end of the contract: remembers all mails, and answers as it is told. */
final class RecordingReceiver implements MailReceiver {

    /** A mail as it was handed over. */
    record Mail(Envelope envelope, MemoryMessage message) {
        byte[] bytes() {
            return message.bytes();
        }
    }

    private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile Spool spool = new MemorySpool();
    private volatile Supplier<Receipt> answer = () -> new Receipt.Archived("msg_test-" + number.incrementAndGet());

    /** Answers every mail like this from now on. */
    void answer(Supplier<Receipt> how) {
        answer = how;
    }

    /** Spools with this from now on. */
    void spool(Spool other) {
        spool = other;
    }

    @Override
    public Spool spool() {
        return spool;
    }

    @Override
    public Receipt receive(Envelope envelope, RawMessage message) {
        try (InputStream in = message.open()) {
            mails.add(new Mail(envelope, new MemoryMessage(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.get();
    }

    /** The next mail that came, in order. */
    Mail next() throws InterruptedException {
        Mail mail = mails.poll(10, TimeUnit.SECONDS);
        if (mail == null) {
            throw new AssertionError("no mail came within 10 seconds");
        }
        return mail;
    }

    /** How many mails came that nobody has asked for yet. */
    int waiting() {
        return mails.size();
    }
}
