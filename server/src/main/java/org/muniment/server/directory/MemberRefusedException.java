package org.muniment.server.directory;

import java.util.List;
import org.muniment.server.language.Message;

/** A change of the directory that is not made. Nothing was changed. */
public final class MemberRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the caller can do about it. */
    public enum Why {
        /** Ask for something that there is. */
        NOT_FOUND,
        /** Write it differently. */
        INVALID,
        /** Look again: things are not as they were thought to be. */
        CONFLICT,
        /** Send less. */
        TOO_LARGE,
        /** Try again later. */
        BUSY
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer which field, as a JSON pointer; empty if none
     */
    public record Fault(String pointer, String code, Message sentence) {}

    private final Why why;
    private final transient List<Fault> faults;

    private MemberRefusedException(Why why, List<Fault> faults) {
        super(faults.getFirst().sentence().english());
        this.why = why;
        this.faults = List.copyOf(faults);
    }

    static MemberRefusedException notFound(Message sentence) {
        return new MemberRefusedException(Why.NOT_FOUND, List.of(new Fault("", "not-found", sentence)));
    }

    static MemberRefusedException conflict(Message sentence) {
        return new MemberRefusedException(Why.CONFLICT, List.of(new Fault("", "conflict", sentence)));
    }

    static MemberRefusedException tooLarge(Message sentence) {
        return new MemberRefusedException(Why.TOO_LARGE, List.of(new Fault("", "too-large", sentence)));
    }

    static MemberRefusedException busy(Message sentence) {
        return new MemberRefusedException(Why.BUSY, List.of(new Fault("", "busy", sentence)));
    }

    static MemberRefusedException invalid(String pointer, Message sentence) {
        return new MemberRefusedException(Why.INVALID, List.of(new Fault(pointer, "invalid", sentence)));
    }

    static MemberRefusedException unknown(String pointer, Message sentence) {
        return new MemberRefusedException(Why.INVALID, List.of(new Fault(pointer, "unknown", sentence)));
    }

    static MemberRefusedException invalid(List<Fault> faults) {
        return new MemberRefusedException(Why.INVALID, faults);
    }

    /** What the caller can do about it. */
    public Why why() {
        return why;
    }

    /** All that is wrong; at least one thing. */
    public List<Fault> faults() {
        return faults;
    }
}
