package org.muniment.server.setup;

import java.util.List;

/** A set-up that cannot be done as asked; nothing was changed. */
public final class SetUpRefusedException extends Exception {
    private final List<Fault> faults;

    /**
     * One thing that is wrong.
     *
     * @param pointer where in the request, as a JSON pointer (RFC 6901)
     * @param sentence what is wrong and what is allowed
     */
    public record Fault(String pointer, String sentence) {}

    public SetUpRefusedException(List<Fault> faults) {
        super(String.join(" ", faults.stream().map(Fault::sentence).toList()));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, never empty. */
    public List<Fault> faults() {
        return faults;
    }
}
