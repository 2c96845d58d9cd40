package org.muniment.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes the answers to those who may not: the API does, as problem details. */
public interface DenialAnswer {

    /** Nobody is signed in, or with a token that is not valid (any more). */
    void notAuthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Somebody is signed in, but may not do this. */
    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** There is nothing there, for anybody. */
    void noSuchEndpoint(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** The server was called by a name that is not its own. */
    void wrongHost(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
