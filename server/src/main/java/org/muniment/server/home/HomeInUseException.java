package org.muniment.server.home;

import java.nio.file.Path;

/** Another process works in this home. The message is a sentence for the operator. */
public final class HomeInUseException extends Exception {

    public HomeInUseException(Path home, String pid) {
        super("The home " + home + " is in use by another Muniment process"
                + (pid.isEmpty() ? "" : " (pid " + pid + ")")
                + "; one server per home. Stop that one, or set MUNIMENT_HOME to another folder.");
    }
}
