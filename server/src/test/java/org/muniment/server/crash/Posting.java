package org.muniment.server.crash;

import java.util.concurrent.atomic.AtomicReference;

/**
 * One mail to one recipient, whom no other posting has, so that the recipient names it.
 *
 * @param messageId shared by the copies of a mail
 * @param answer the id that the listener answered first; {@code null} while nothing was acknowledged
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares postings
public record Posting(String recipient, String messageId, byte[] mail, AtomicReference<String> answer) {

    Posting(String recipient, String messageId, byte[] mail) {
        this(recipient, messageId, mail, new AtomicReference<>());
    }

    public boolean acknowledged() {
        return answer.get() != null;
    }

    /** Takes the answer down: a posting that is sent again is the same record. */
    public void acknowledge(String reply) {
        String id = reply.substring(reply.lastIndexOf(' ') + 1);
        String before = answer.getAndSet(id);
        if (before != null && !before.equals(id)) {
            throw new AssertionError(recipient + " was " + before + " and is now " + id);
        }
    }
}
