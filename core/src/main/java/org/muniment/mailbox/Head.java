package org.muniment.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first bytes of a file, looked at to tell what it is. */
final class Head {
    /** How many bytes are looked at. */
    static final int LENGTH = 16 << 10;

    private static final int LONGEST_NAME = 80;

    /** Fields of which every mail has at least one. */
    private static final Set<String> MAIL_FIELDS = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "subject",
            "date",
            "message-id",
            "received",
            "return-path",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "delivered-to",
            "envelope-to",
            "sender",
            "reply-to",
            "in-reply-to",
            "references",
            "dkim-signature",
            "authentication-results");

    /** Beginnings of files that people take for mail or keep beside it. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "it is an Outlook or Office file (OLE)"),
            Map.entry("!BDN", "it is an Outlook data file (PST or OST)"),
            Map.entry("x\u009f>\"", "it is a TNEF file"),
            Map.entry("%PDF-", "it is a PDF"),
            Map.entry("\u0089PNG", "it is a picture"),
            Map.entry("GIF8", "it is a picture"),
            Map.entry("\u00ff\u00d8\u00ff", "it is a picture"),
            Map.entry("PK\u0003\u0004", "it is a document of an office program"),
            Map.entry("7z\u00bc\u00af", "it is a 7z archive, which is not read: unpack it first"),
            Map.entry("Rar!", "it is a RAR archive, which is not read: unpack it first"),
            Map.entry("BZh", "it is packed with bzip2, which is not read: unpack it first"),
            Map.entry("\u00fd7zXZ", "it is packed with xz, which is not read: unpack it first"),
            Map.entry("SQLite format 3", "it is a database"),
            Map.entry("\u007fELF", "it is a program"));

    private final byte[] bytes;

    Head(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether these characters, one byte each, stand at an offset. */
    boolean has(int at, String characters) {
        byte[] wanted = characters.getBytes(ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /** What the file is, if it begins as one that is surely no mail; a clause. */
    @Nullable
    String known() {
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (has(0, known.getKey())) {
                return known.getValue();
            }
        }
        return null;
    }

    /** Whether more of it is zero than text in any one-byte character set would have. */
    boolean binary() {
        int zeros = 0;
        for (byte b : bytes) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros * 100 > bytes.length;
    }

    /** Whether it begins with a line that separates mails in an mbox. */
    boolean beginsWithSeparator() {
        int start = firstLine();
        return Separator.is(bytes, start, lineEnd(start));
    }

    /** Whether it begins with {@code From } and has no date behind it, as a few programs write. */
    boolean beginsWithBareFrom() {
        int start = firstLine();
        return Separator.begins(bytes, start, lineEnd(start))
                && !name(start, lineEnd(start)).equals("from");
    }

    /** Whether the second line is a header field. */
    boolean secondLineIsField() {
        int second = Math.min(bytes.length, lineEnd(firstLine()) + 1);
        return !name(second, lineEnd(second)).isEmpty();
    }

    /** Whether it begins with a header field, and a field that mails have comes before the first empty line. */
    boolean beginsWithMailHeader() {
        int start = firstLine();
        if (name(start, lineEnd(start)).isEmpty()) {
            return false;
        }
        for (int at = start; at < bytes.length && !blank(at); at = lineEnd(at) + 1) {
            if (MAIL_FIELDS.contains(name(at, lineEnd(at)))) {
                return true;
            }
        }
        return false;
    }

    /** Start of the first line that is not empty, behind a byte order mark. */
    private int firstLine() {
        int at = has(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    private int lineEnd(int start) {
        int at = start;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean blank(int at) {
        return bytes[at] == '\n' || (bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n');
    }

    /** The name of the field on a line, in lower case; empty if the line is no field (RFC 5322, 2.2 and 4.5). */
    private String name(int start, int end) {
        int at = start;
        while (at < end && at - start < LONGEST_NAME && bytes[at] > ' ' && bytes[at] < 127 && bytes[at] != ':') {
            at++;
        }
        int nameEnd = at;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at < end && bytes[at] == ':'
                ? new String(bytes, start, nameEnd - start, ISO_8859_1).toLowerCase(Locale.ROOT)
                : "";
    }
}
