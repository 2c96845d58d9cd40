package org.muniment.archive;

import java.io.IOException;

/**
 * A search run cannot be made again as of then, because the directory does not know any more who was meant by it: a
 * department was moved, or its history corrected. Nothing is shown instead; the search is to be run anew.
 */
public final class DirectoryChangedException extends IOException {

    DirectoryChangedException(String runId) {
        super("The directory has changed since search " + runId + " was run; run it again.");
    }
}
