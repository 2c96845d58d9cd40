package org.muniment.protocols.smtp;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.protocols.Connection;
import org.muniment.protocols.MalformedLineException;
import org.muniment.protocols.smtp.MailReceiver.Receipt;
import org.muniment.protocols.smtp.Reception.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks SMTP with one client from greeting to good-bye. Not thread-safe.
 */
final class SmtpSession {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpSession.class);

    private final Connection connection;
    private final SmtpSettings settings;
    private final SmtpLimits limits;
    private final MailReceiver receiver;
    private final Tally tally;
    private final Replies replies;
    private @Nullable String helo;
    private boolean extended;
    private @Nullable Transaction transaction;
    private int badCommands;
    private int emptyCommands;
    private boolean over;

    SmtpSession(Connection connection, SmtpSettings settings, MailReceiver receiver, Tally tally, Replies replies) {
        this.connection = connection;
        this.settings = settings;
        this.limits = settings.limits();
        this.receiver = receiver;
        this.tally = tally;
        this.replies = replies;
    }

    void serve() throws IOException {
        connection.reply(replies.banner);
        while (!over) {
            step();
        }
    }

    private void step() throws IOException {
        try {
            String line = connection.readLine();
            if (line == null) {
                over = true;
            } else {
                obey(Command.of(line), line);
            }
        } catch (MalformedLineException e) {
            refuse(
                    switch (e.flaw()) {
                        case TOO_LONG -> Replies.LINE_TOO_LONG;
                        case BARE_LF -> Replies.LINE_END;
                        case NOT_UTF8 -> Replies.NOT_UTF8;
                    });
        } catch (RefusedException e) {
            refuse(e.reply());
        }
    }

    private void refuse(String reply) throws IOException {
        connection.reply(reply);
        if (++badCommands >= limits.badCommands()) {
            leave(Replies.TOO_MANY_BAD);
        }
    }

    private void leave(String reply) throws IOException {
        connection.reply(reply);
        over = true;
    }

    private void obey(Command command, String line) throws IOException, RefusedException {
        switch (command) {
            case MAIL -> mail(Command.argument(line));
            case RCPT -> recipient(Command.argument(line));
            case DATA -> data(Command.argument(line));
            case EHLO -> hello(Command.argument(line), true);
            case HELO -> hello(Command.argument(line), false);
            case RSET -> reset(Command.argument(line));
            case STARTTLS -> startTls(Command.argument(line));
            case QUIT -> quit(Command.argument(line));
            case NOOP -> withoutEffect(Replies.OK);
            case VRFY -> withoutEffect(Replies.CANNOT_VERIFY);
            case HELP -> withoutEffect(Replies.HELP);
            case EXPN -> throw new RefusedException(Replies.NOT_IMPLEMENTED);
            case UNKNOWN -> throw new RefusedException(Replies.UNKNOWN);
            case GET, POST, PUT, OPTIONS -> leave(Replies.NOT_SMTP); // or a form could smuggle in commands as its body
        }
    }

    private void withoutEffect(byte[] reply) throws IOException {
        if (++emptyCommands >= limits.emptyCommands()) {
            leave(Replies.TOO_MANY_EMPTY);
        } else {
            connection.reply(reply);
        }
    }

    private static void checkNoArgument(String argument) throws RefusedException {
        if (!argument.isEmpty()) {
            throw new RefusedException(Replies.NO_ARGUMENT);
        }
    }

    private void hello(String name, boolean asExtended) throws IOException, RefusedException {
        if (name.isEmpty() || name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new RefusedException(Replies.NAME_MISSING);
        }
        endTransaction();
        helo = name;
        extended = asExtended;
        if (asExtended) {
            withoutEffect(connection.secure() ? replies.extensionsUnderTls : replies.extensions);
        } else {
            withoutEffect(replies.hello);
        }
    }

    private void mail(String argument) throws IOException, RefusedException {
        if (connection.stopping()) {
            leave(Replies.STOPPING);
            return;
        }
        if (helo == null) {
            throw new RefusedException(Replies.HELLO_FIRST);
        }
        if (transaction != null) {
            throw new RefusedException(Replies.NESTED_MAIL);
        }
        PathArgument path = PathArgument.parse(argument, "FROM:", "5.1.7");
        MailParameters parameters = MailParameters.parse(path.parameters());
        if (parameters.size() > limits.messageBytes()) {
            tally.tooLarge.increment();
            throw new RefusedException(replies.tooLarge);
        }
        transaction = new Transaction(path.address(), parameters.utf8());
        connection.begin(limits.transaction());
        connection.reply(Replies.SENDER_OK);
    }

    private void recipient(String argument) throws IOException, RefusedException {
        if (transaction == null) {
            throw new RefusedException(Replies.MAIL_FIRST);
        }
        PathArgument path = PathArgument.parse(argument, "TO:", "5.1.3");
        if (path.address().isEmpty()) {
            throw new RefusedException("553 5.1.3 the address is empty");
        }
        if (!path.parameters().isEmpty()) {
            throw new RefusedException("555 5.5.4 this parameter of RCPT is not offered");
        }
        if (transaction.add(path.address(), limits)) {
            connection.reply(Replies.RECIPIENT_OK);
        } else {
            connection.reply(Replies.TOO_MANY_RECIPIENTS);
        }
    }

    private void reset(String argument) throws IOException, RefusedException {
        checkNoArgument(argument);
        endTransaction();
        withoutEffect(Replies.OK);
    }

    private void endTransaction() {
        transaction = null;
        connection.end();
    }

    private void quit(String argument) throws IOException, RefusedException {
        checkNoArgument(argument);
        connection.reply(Replies.BYE);
        over = true;
    }

    /** RFC 3207: afterwards nothing is known of the client any more, as if it had just connected. */
    private void startTls(String argument) throws IOException, RefusedException {
        checkNoArgument(argument);
        if (settings.tls() == null) {
            throw new RefusedException(Replies.NOT_IMPLEMENTED);
        }
        if (connection.secure()) {
            throw new RefusedException(Replies.TLS_ALREADY);
        }
        endTransaction();
        helo = null;
        connection.reply(Replies.START_TLS);
        connection.startTls(settings.tls());
    }

    private void data(String argument) throws IOException, RefusedException {
        checkNoArgument(argument);
        if (transaction == null) {
            throw new RefusedException(Replies.MAIL_FIRST);
        }
        if (!transaction.hasRecipients()) {
            throw new RefusedException(Replies.RCPT_FIRST);
        }
        Envelope envelope = envelope(transaction);
        Reception reception = begin(envelope);
        if (reception == null) {
            connection.reply(Replies.OUR_FAULT);
        } else {
            take(reception, envelope);
        }
        endTransaction();
    }

    private Envelope envelope(Transaction mail) {
        String client = connection.client().getHostAddress();
        return mail.envelope(client, helo == null ? "" : helo, extended, connection.secure());
    }

    /** Asked before 354, so that nobody sends a large message into a spool that is broken. */
    private @Nullable Reception begin(Envelope envelope) {
        try {
            return new Reception(receiver.spool(envelope).begin(), limits.messageBytes());
        } catch (RuntimeException e) {
            LOG.error("the spool takes no message", e);
            tally.deferred.increment();
            return null;
        }
    }

    private void take(Reception reception, Envelope envelope) throws IOException {
        boolean whole = false;
        try (reception) {
            connection.reply(Replies.GO_AHEAD);
            whole = connection.readText(reception);
            if (whole) {
                connection.reply(fate(reception, envelope));
            } else {
                over = true; // nothing was promised, so nothing is kept
            }
        } finally {
            if (!whole) {
                tally.unfinished.increment();
            }
        }
    }

    private String fate(Reception reception, Envelope envelope) {
        return switch (reception.finish()) {
            case Outcome.Whole whole -> handOver(envelope, whole.message());
            case Outcome.TooLarge tooLarge -> {
                tally.tooLarge.increment();
                yield replies.tooLarge;
            }
            case Outcome.NotSpooled broken -> {
                LOG.warn("the spool did not keep a message: {}", broken.reason().toString());
                tally.deferred.increment();
                yield DiskFull.caused(broken.reason()) ? Replies.NO_ROOM : Replies.OUR_FAULT;
            }
        };
    }

    private String handOver(Envelope envelope, RawMessage message) {
        try (message) {
            long size = message.size();
            return answer(receiver.receive(envelope, message), size);
        } catch (RuntimeException e) {
            LOG.error("a message could not be archived because of an error of ours", e);
            tally.deferred.increment();
            return Replies.OUR_FAULT;
        }
    }

    private String answer(Receipt receipt, long size) {
        return switch (receipt) {
            case Receipt.Archived archived -> {
                acknowledged(tally.archived, size);
                yield "250 2.0.0 archived as " + archived.id();
            }
            case Receipt.NotKept notKept -> {
                acknowledged(tally.notKept, size);
                yield "250 2.0.0 " + notKept.text();
            }
            case Receipt.TryLater later -> {
                tally.deferred.increment();
                yield "451 4.3.0 " + later.text();
            }
            case Receipt.Full full -> {
                tally.deferred.increment();
                yield "452 4.3.1 " + full.text();
            }
        };
    }

    private void acknowledged(LongAdder counter, long size) {
        counter.increment();
        tally.bytes.add(size);
        badCommands = 0;
        emptyCommands = 0;
    }
}
