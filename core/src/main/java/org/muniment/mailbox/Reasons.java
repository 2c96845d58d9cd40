package org.muniment.mailbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Failures in words. */
final class Reasons {
    private Reasons() {}

    /** Why something cannot be read, a sentence without its subject. */
    static String of(Exception failure) {
        return switch (failure) {
            case NoSuchFileException e -> "does not exist";
            case AccessDeniedException e -> "cannot be opened: permission denied";
            case Budget.TooMuchException e -> String.valueOf(e.getMessage());
            case IOException e -> "cannot be read: " + e.getMessage();
            default -> "cannot be read: it is damaged (" + failure + ")";
        };
    }
}
