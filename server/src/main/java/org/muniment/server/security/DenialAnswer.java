package org.muniment.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Writes the answers to those who may not: the API does, as problem details. */
public interface DenialAnswer {

    /** Nobody is signed in, or with a token that is not valid (any more). */
    void notAuthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Somebody is signed in, but may not do this. */
    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Somebody is signed in who needs a second factor, and has none. */
    void secondFactorRequired(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** There is nothing there, for anybody. */
    void noSuchEndpoint(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Somebody else's page may have had the browser send this. */
    void forged(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** That is not the set-up code. */
    void wrongSetUpCode(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Too many tries; the next one is heard after that time. */
    void tooManyAttempts(HttpServletRequest request, HttpServletResponse response, Duration left) throws IOException;

    /** The server was called by a name that is not its own. */
    void wrongHost(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
