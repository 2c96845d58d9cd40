package org.muniment.mailbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How files are read.
 *
 * @param format what they are said to be
 * @param entries entries of one archive, those of archives in it included
 * @param ratio how many times its own size an archive may expand to, once it is past {@code freeBytes}
 * @param freeBytes expanded size up to which no ratio is asked, bytes
 * @param depth how deep archives may lie in archives; 1 is an archive in a folder
 * @param spool the folder where large entries of archives lie, without a name, while they are read; {@code null} for
 *     that of the system
 */
public record Options(
        Format format,
        int entries,
        int ratio,
        long freeBytes,
        int depth,
        @Nullable Path spool) {

    /** Wide enough for any honest mail archive. */
    public static Options standard() {
        return of(Format.AUTO);
    }

    /** The usual limits. */
    public static Options of(Format format) {
        return new Options(format, 5_000_000, 200, 4L << 30, 3, null);
    }

    /** The same with another folder for what is unpacked. */
    public Options spooling(Path folder) {
        return new Options(format, entries, ratio, freeBytes, depth, folder);
    }
}
