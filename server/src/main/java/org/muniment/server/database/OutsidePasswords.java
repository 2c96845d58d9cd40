package org.muniment.server.database;

/** Knows whose passwords are kept somewhere else, and asks there. Thread-safe. */
public interface OutsidePasswords {

    /** Nobody's are. */
    static OutsidePasswords none() {
        return new OutsidePasswords() {
            @Override
            public boolean mayKnow(Person person) {
                return false;
            }

            @Override
            public boolean isPasswordOf(Person person, String password) {
                return false;
            }
        };
    }

    /** Whether somebody could be asked for the password of a person who has none here; nobody is asked. */
    boolean mayKnow(Person person);

    /** Whether somebody else says that this is the password of a person who has none here; false if nobody can be asked. */
    boolean isPasswordOf(Person person, String password);
}
