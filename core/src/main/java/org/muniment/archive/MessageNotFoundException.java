package org.muniment.archive;

/** No message of that id, or none that this scope may see; which of the two is not told. */
public final class MessageNotFoundException extends Exception {
    private final String id;

    public MessageNotFoundException(String id) {
        super("There is no message " + id + ".");
        this.id = id;
    }

    /** The id that was asked for. */
    public String id() {
        return id;
    }
}
