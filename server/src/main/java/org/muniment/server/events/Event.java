package org.muniment.server.events;

/**
 * Something that happened.
 *
 * @param organisation whose people may hear of it
 * @param name its kind, as listeners know it
 * @param about what it is about: a listener who is slow gets the newest event about a thing, not all of them
 * @param audience who may hear of it
 * @param body what is told, made into JSON; holds nothing of any mail
 */
public record Event(String organisation, String name, String about, Audience audience, Object body) {

    /** Who may hear of an event. */
    public enum Audience {
        EVERYBODY,
        ARCHIVE_ADMINISTRATORS
    }
}
