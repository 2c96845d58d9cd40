package org.muniment.index;

/**
 * A stretch of a text.
 *
 * @param start its first character, in UTF-16 units from 0
 * @param end behind its last character
 */
public record Span(int start, int end) {}
