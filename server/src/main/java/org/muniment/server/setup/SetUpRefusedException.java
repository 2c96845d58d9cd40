package org.muniment.server.setup;

import java.util.List;
import org.muniment.server.language.Message;

/** A set-up that cannot be done as asked; nothing was changed. */
public final class SetUpRefusedException extends Exception {
    private final transient List<Fault> faults;

    /**
     * One thing that is wrong.
     *
     * @param pointer where in the request, as a JSON pointer (RFC 6901)
     * @param sentence what is wrong and what is allowed
     */
    public record Fault(String pointer, Message sentence) {}

    public SetUpRefusedException(List<Fault> faults) {
        super(String.join(
                " ", faults.stream().map(fault -> fault.sentence().english()).toList()));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, never empty. */
    public List<Fault> faults() {
        return faults;
    }
}
