package org.muniment.server.security;

import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;

/**
 * Why a request is made and for which case, as its sender says in the headers {@code Audit-Reason} and {@code Audit-Case}.
 * It belongs to the thread that answers the request, and goes into every entry of the archive log that is written there.
 *
 * @param reason in the sender's words, without control characters
 * @param matter the id of a case
 */
public record AuditNote(@Nullable String reason, @Nullable String matter) {
    private static final AuditNote NOTHING = new AuditNote(null, null);
    private static final ThreadLocal<AuditNote> CURRENT = ThreadLocal.withInitial(() -> NOTHING);

    /** Whether neither is said. */
    public boolean isEmpty() {
        return reason == null && matter == null;
    }

    /** From now on this thread answers a request with this note. */
    public static void begin(AuditNote note) {
        CURRENT.set(note);
    }

    /** The request is answered. */
    public static void end() {
        CURRENT.remove();
    }

    /** The note of the request that this thread answers; an empty one if it answers none. */
    public static AuditNote current() {
        return CURRENT.get();
    }

    /** Somebody who acts by the request that this thread answers. */
    public static Actor actor(String name, @Nullable String address) {
        AuditNote note = current();
        return new Actor(name, address, note.reason, note.matter);
    }
}
