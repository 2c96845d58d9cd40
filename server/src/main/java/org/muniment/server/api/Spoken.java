package org.muniment.server.api;

import org.muniment.server.language.Language;

/** The body of an event that is told to each listener in her own language. */
@FunctionalInterface
interface Spoken {

    /** The body, to be made into JSON. */
    Object in(Language language);
}
