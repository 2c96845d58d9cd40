package org.muniment.mailbox;

/** What a walk through files comes upon: a mail, something that cannot be read as mail, or something passed over. */
public sealed interface Finding permits Item, Unreadable, Skipped {

    /** How the person who named the files would name this one. Comes from outside: clean it before showing it. */
    String path();
}
