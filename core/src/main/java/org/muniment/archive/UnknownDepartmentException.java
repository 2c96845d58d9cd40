package org.muniment.archive;

/** A department that is not there, or is another organisation's, which is the same for whoever asks. */
public final class UnknownDepartmentException extends Exception {

    /** Creates the error; the reference is the id or path that was asked for. */
    public UnknownDepartmentException(String reference) {
        super("there is no department `" + reference + "`");
    }
}
