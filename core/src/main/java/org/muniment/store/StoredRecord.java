package org.muniment.store;

/**
 * A record as it was read back, checked.
 *
 * @param time when it was archived, milliseconds since 1970
 * @param dueDay the day it ends, days since 1970-01-01; 0 for none
 * @param meta what is known about it, as its writer encoded it
 * @param content what it keeps; empty if nothing
 */
@SuppressWarnings("ArrayRecordComponent") // read and passed on; nobody compares records
public record StoredRecord(RecordId id, Kind kind, long time, int dueDay, byte[] meta, Content content) {}
