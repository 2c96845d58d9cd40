package org.muniment.server.directory;

/** Knows whose passwords are kept somewhere else, and asks there. Thread-safe. */
@FunctionalInterface
public interface OutsidePasswords {

    /** Nobody's are. */
    static OutsidePasswords none() {
        return (_, _) -> false;
    }

    /** Whether somebody else says that this is the password of a person who has none here; false if nobody can be asked. */
    boolean isPasswordOf(Person person, String password);
}
