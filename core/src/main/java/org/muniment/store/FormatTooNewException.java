package org.muniment.store;

import java.io.IOException;

/** Something was written by a newer version of this program; update the program, nothing is damaged. */
public final class FormatTooNewException extends IOException {

    FormatTooNewException(String what) {
        super("This version does not know " + what + ". A newer version wrote it; update Muniment to read it.");
    }
}
