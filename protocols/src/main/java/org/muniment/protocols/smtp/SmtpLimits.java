package org.muniment.protocols.smtp;

import java.time.Duration;

/**
 * How much an SMTP client may ask for.
 *
 * @param connections connections at once; one more is answered {@code 421 4.3.2}
 * @param connectionsPerClient connections at once from one address; one more is answered {@code 421 4.3.2}
 * @param recipients recipients of one mail; one more is answered {@code 452 4.5.3} and the client sends it with another
 *     copy (RFC 5321, section 4.5.3.1.10)
 * @param recipientBytes the length of all recipients of one mail together, in characters; answered as above
 * @param messageBytes the size of a message; a larger one is answered {@code 552 5.3.4}
 * @param badCommands commands without sense since the last mail; then {@code 421 4.7.0}
 * @param emptyCommands commands without effect (NOOP, RSET…) since the last mail; then {@code 421 4.7.0}
 * @param idle how long a client may take for one command, or between two pieces of a message; then {@code 421 4.4.2}
 * @param transaction how long a mail may take from MAIL to its last byte; then {@code 421 4.4.2}
 */
public record SmtpLimits(
        int connections,
        int connectionsPerClient,
        int recipients,
        int recipientBytes,
        long messageBytes,
        int badCommands,
        int emptyCommands,
        Duration idle,
        Duration transaction) {

    private static final SmtpLimits DEFAULTS = new SmtpLimits(
            200, 200, 5_000, 2 << 20, 150L << 20, 20, 100, Duration.ofMinutes(5), Duration.ofMinutes(60));

    public SmtpLimits {
        positive("connections", connections);
        positive("connectionsPerClient", connectionsPerClient);
        positive("recipients", recipients);
        positive("recipientBytes", recipientBytes);
        positive("messageBytes", messageBytes);
        positive("badCommands", badCommands);
        positive("emptyCommands", emptyCommands);
        positive("idle", idle.toMillis());
        positive("transaction", transaction.toMillis());
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("the SMTP limit " + name + " must be positive, not " + value);
        }
    }

    /**
     * 200 connections, all of which may come from one mail server; 5,000 recipients with 2 MiB; messages of 150 MiB; 20
     * bad and 100 empty commands; 5 minutes idle (RFC 5321, section 4.5.3.2.7); an hour for one mail, which lets 150
     * MiB through at 350 kbit/s.
     */
    public static SmtpLimits defaults() {
        return DEFAULTS;
    }
}
