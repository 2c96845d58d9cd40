package org.muniment.protocols;

/**
 * What has happened at a listener's door since it was opened.
 *
 * @param present connections now
 * @param accepted connections let in
 * @param notAllowed connections refused because of where they came from
 * @param turnedAway connections refused because all places were taken
 */
public record DoorCounts(int present, long accepted, long notAllowed, long turnedAway) {}
