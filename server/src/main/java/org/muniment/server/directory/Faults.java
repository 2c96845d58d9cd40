package org.muniment.server.directory;

import java.util.ArrayList;
import java.util.List;
import org.muniment.server.language.Message;

/** What is wrong with a list, line by line; no more than anybody reads. Not thread-safe. */
final class Faults {
    static final int MOST = 100;

    private final List<MemberRefusedException.Fault> faults = new ArrayList<>();

    /** Something is wrong in a column of a line. */
    void add(long line, String column, Message what) {
        if (faults.size() < MOST) {
            faults.add(new MemberRefusedException.Fault(
                    "/" + line + "/" + column, "invalid", Message.of("members.line", line, column, what)));
        }
    }

    boolean isFull() {
        return faults.size() >= MOST;
    }

    /** Ends it if anything is wrong. */
    void end() {
        if (!faults.isEmpty()) {
            throw MemberRefusedException.invalid(faults);
        }
    }
}
