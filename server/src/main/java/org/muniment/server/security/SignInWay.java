package org.muniment.server.security;

import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way to sign in that leads through somebody else's page. */
public interface SignInWay {

    /**
     * What the console shows for it.
     *
     * @param name as people know the provider
     * @param url where it begins, on this server
     */
    record Button(String name, String url) {}

    /** Its button; nothing if it is not set up. */
    Optional<Button> button();

    /** Adds what it needs to the chain that every request goes through. */
    void addTo(HttpSecurity http);
}
