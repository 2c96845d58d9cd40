package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * What the listener answers, in the words of RFC 5321 with the enhanced codes of RFC 3463. The frequent ones are bytes.
 *
 * <p>Nothing that a client sent is ever repeated in a reply.
 */
final class Replies {
    static final byte[] SENDER_OK = ascii("250 2.1.0 sender ok");
    static final byte[] RECIPIENT_OK = ascii("250 2.1.5 recipient ok");
    static final byte[] GO_AHEAD = ascii("354 send the message, end with CRLF.CRLF");
    static final byte[] OK = ascii("250 2.0.0 ok");
    static final byte[] BYE = ascii("221 2.0.0 bye");
    static final byte[] START_TLS = ascii("220 2.0.0 begin TLS");
    static final byte[] HELP =
            ascii("214 2.0.0 this archive understands EHLO HELO MAIL RCPT DATA RSET NOOP VRFY HELP STARTTLS QUIT");
    static final byte[] CANNOT_VERIFY = ascii("252 2.1.5 every recipient is archived");

    static final String STOPPING = "421 4.3.2 the archive is stopping, try later";
    static final String TOO_MANY_BAD = "421 4.7.0 too many errors";
    static final String TOO_MANY_EMPTY = "421 4.7.0 too many commands without mail";
    static final String NOT_SMTP = "554 5.5.1 this is a mail server";
    static final String LINE_TOO_LONG = "500 5.5.6 the line is longer than 4096 bytes";
    static final String LINE_END = "500 5.5.2 a line ends with CR and LF";
    static final String NOT_UTF8 = "500 5.5.2 the line is neither ASCII nor UTF-8";
    static final String UNKNOWN = "500 5.5.1 unknown command";
    static final String NOT_IMPLEMENTED = "502 5.5.1 not implemented";
    static final String NO_ARGUMENT = "501 5.5.4 this command has no argument";
    static final String NAME_MISSING = "501 5.5.4 the name of the client is missing";
    static final String HELLO_FIRST = "503 5.5.1 say EHLO first";
    static final String NESTED_MAIL = "503 5.5.1 MAIL has been given already";
    static final String MAIL_FIRST = "503 5.5.1 say MAIL first";
    static final String RCPT_FIRST = "503 5.5.1 say RCPT first";
    static final String TLS_ALREADY = "503 5.5.1 TLS has begun already";
    static final String TOO_MANY_RECIPIENTS = "452 4.5.3 too many recipients, send the others with another copy";
    static final String OUR_FAULT = "451 4.3.0 the mail could not be archived now, try later";
    static final String NO_ROOM = "452 4.3.1 the archive has no room now, try later";

    /** Greets a new client. */
    final byte[] banner;
    /** Answers HELO. */
    final byte[] hello;
    /** Answers EHLO before TLS. */
    final byte[] extensions;
    /** Answers EHLO under TLS. */
    final byte[] extensionsUnderTls;
    /** Answers a message over the limit. */
    final String tooLarge;

    Replies(SmtpSettings settings) {
        String name = settings.hostname();
        String first =
                "250-" + name + "\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n";
        String last = "250-HELP\r\n250 SIZE " + settings.limits().messageBytes();
        this.banner = ascii("220 " + name + " ESMTP Muniment");
        this.hello = ascii("250 " + name);
        this.extensionsUnderTls = ascii(first + last);
        this.extensions = settings.tls() == null ? extensionsUnderTls : ascii(first + "250-STARTTLS\r\n" + last);
        this.tooLarge = "552 5.3.4 a message may have " + settings.limits().messageBytes() + " bytes";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
