package org.muniment.archive;

/**
 * What a session may see. Every read takes one; nothing is seen without.
 *
 * <p>Later scopes (accounts, departments, a case) become further cases of this type.
 */
public sealed interface Scope {

    /** All mail of the organisation: the archive administrator. */
    record Everything() implements Scope {}

    /** Nothing at all: what everyone else has. */
    record Nothing() implements Scope {}
}
