package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.muniment.archive.ArchiveSession;
import org.muniment.archive.MessageNotFoundException;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.SignInPolicies;
import org.muniment.server.language.Message;
import org.muniment.server.security.AuditNote;
import org.muniment.server.security.Caller;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;

/**
 * The way of every read: through the archive's guarded door, as the caller and with the caller's scope. When the log
 * entry cannot be written nothing is shown, and where the organisation wants to know why somebody reads, nothing is shown
 * before it is told.
 */
final class Door {
    /** The header that names the log entry of an answer. */
    static final String AUDIT_ENTRY = "Audit-Entry";

    private final OpenArchives archives;
    private final SignInPolicies policies;

    Door(OpenArchives archives, SignInPolicies policies) {
        this.archives = archives;
        this.policies = policies;
    }

    /** What is read of a session. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ArchiveSession session) throws MessageNotFoundException, QuerySyntaxException, IOException;
    }

    /**
     * Reads.
     *
     * @param prefix of the ids of what is read, for the answer if it is not there
     * @param missing the key of the sentence that it is not there: {@code not-found.message}
     */
    <T> T read(Caller caller, String prefix, String missing, Reading<T> reading)
            throws QuerySyntaxException, IOException {
        return read(prefix, missing, session(caller), reading);
    }

    /** Reads, and names the log entry that tells of it in the answer's header. */
    <T> T read(Caller caller, String prefix, String missing, HttpServletResponse answer, Reading<T> reading)
            throws QuerySyntaxException, IOException {
        ArchiveSession session = session(caller);
        T read = read(prefix, missing, session, reading);
        answer.setHeader(AUDIT_ENTRY, Ids.LOG + session.newestEntry());
        return read;
    }

    /** Returns if it is known why the caller reads, or nobody wants to know. */
    void requireReason(Caller caller) {
        if (AuditNote.current().isEmpty()
                && caller instanceof Caller.Person person
                && policies.of(person.organisation()).reasonRequired()) {
            throw Problem.of(ProblemCode.REASON_REQUIRED, Message.of("denied.reason"))
                    .exception();
        }
    }

    private ArchiveSession session(Caller caller) {
        requireReason(caller);
        return caller.own(archives).archive().session(caller.actor(), caller.scope());
    }

    private static <T> T read(String prefix, String missing, ArchiveSession session, Reading<T> reading)
            throws QuerySyntaxException, IOException {
        try {
            return reading.of(session);
        } catch (MessageNotFoundException e) {
            throw Ids.notFound(prefix + e.id(), missing);
        } catch (StoreFullException | StoreUnavailableException e) {
            throw unlogged(e);
        }
    }

    /**
     * Writes an entry for what is about to be shown in another way.
     *
     * @return its id, {@code log_…}
     */
    String note(Caller caller, String type, Map<String, String> detail) throws IOException {
        try {
            return Ids.LOG
                    + caller.own(archives)
                            .archive()
                            .log(caller.actor(), type, detail)
                            .id();
        } catch (StoreFullException | StoreUnavailableException e) {
            throw unlogged(e);
        }
    }

    private static ProblemException unlogged(IOException e) {
        return Problem.of(
                        ProblemCode.AUDIT_UNAVAILABLE, Message.of("audit.unavailable", String.valueOf(e.getMessage())))
                .exception();
    }
}
