package org.muniment.archive;

import java.util.Set;
import org.muniment.message.Envelope;
import org.muniment.message.Label;

/** What the rules say of one mail. */
public sealed interface Decision {

    /**
     * Archive it.
     *
     * @param envelope with the recipients that count
     * @param labels what kind of mail it says it is
     * @param rules the rules that took part
     */
    record Keep(Envelope envelope, Set<Label> labels, Set<Rule> rules) implements Decision {}

    /** Count it, do not keep it. */
    record LeaveOut(Exclusion why) implements Decision {}
}
