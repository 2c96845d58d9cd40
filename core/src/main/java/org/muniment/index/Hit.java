package org.muniment.index;

import java.time.Instant;
import java.util.List;

/**
 * One found message, with what a list shows of it: enough for a result page without opening any mail.
 *
 * @param id {@code <writer>-<number>}
 * @param subject the first thousand characters of it
 * @param from display forms, {@code Name <address>} or the bare address; at most the first ten
 * @param to display forms of To, then Cc; at most the first ten
 * @param recipientCount how many there are in all
 */
public record Hit(
        String id,
        Instant sent,
        Instant archived,
        long size,
        String subject,
        List<String> from,
        List<String> to,
        int recipientCount,
        int attachments) {}
