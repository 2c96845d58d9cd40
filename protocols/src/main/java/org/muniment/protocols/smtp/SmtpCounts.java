package org.muniment.protocols.smtp;

import org.muniment.protocols.DoorCounts;

/**
 * What an SMTP listener has done since it was opened.
 *
 * @param door its connections
 * @param archived mails acknowledged as archived
 * @param notKept mails acknowledged, counted and not kept, as a rule wanted it
 * @param deferred mails answered 4xx, to be sent again
 * @param tooLarge mails refused because of their size
 * @param unfinished mails whose sender went away before their end
 * @param bytes bytes of all mails acknowledged
 */
public record SmtpCounts(
        DoorCounts door, long archived, long notKept, long deferred, long tooLarge, long unfinished, long bytes) {}
