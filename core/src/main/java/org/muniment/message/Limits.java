package org.muniment.message;

/**
 * How far a mail is read for search and display. Whatever lies behind a limit is kept, only not read.
 *
 * @param headerBytes bytes of one header section
 * @param headerFields fields of one header section
 * @param depth how deep parts may nest
 * @param parts body parts of one mail
 * @param addresses addresses of one mail, all fields together
 * @param textChars characters of text of one mail that go to the index
 */
public record Limits(int headerBytes, int headerFields, int depth, int parts, int addresses, int textChars) {

    /** Wide enough for every honest mail; Exchange has been seen to write 128 KiB of header. */
    public static Limits standard() {
        return new Limits(1 << 20, 10_000, 32, 1_000, 20_000, 4 << 20);
    }
}
