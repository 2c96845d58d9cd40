package org.muniment.mailbox;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** What a walk comes to next: something to report, or something to walk through first. */
sealed interface Step {

    /**
     * Something to report.
     *
     * @param held what is closed when the walk goes on; {@code null} if there is nothing to close
     */
    record Found(Finding finding, @Nullable Closeable held) implements Step {
        Found(Finding finding) {
            this(finding, null);
        }
    }

    /** Something that has several mails in it. */
    record Into(Walk walk) implements Step {}
}
