package org.muniment.mailbox;

/**
 * How files are read.
 *
 * @param format what they are said to be
 * @param entries entries of one archive, those of archives in it included
 * @param ratio how many times its own size an archive may expand to, once it is past {@code freeBytes}
 * @param freeBytes expanded size up to which no ratio is asked, bytes
 * @param depth how deep archives may lie in archives; 1 is an archive in a folder
 */
public record Options(Format format, int entries, int ratio, long freeBytes, int depth) {

    /** Wide enough for any honest mail archive. */
    public static Options standard() {
        return of(Format.AUTO);
    }

    /** The usual limits. */
    public static Options of(Format format) {
        return new Options(format, 5_000_000, 200, 4L << 30, 3);
    }
}
