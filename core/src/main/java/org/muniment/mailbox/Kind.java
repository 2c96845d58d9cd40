package org.muniment.mailbox;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, told by its first bytes and then by its name.
 *
 * <p>A file that begins with the separator of an mbox is an mbox, whatever it is called; a name such as {@code .eml}
 * makes a mail of what only looks odd; a file without header fields is no mail.
 */
sealed interface Kind {

    /** The file is one mail, or holds mails. */
    enum Known implements Kind {
        MAIL,
        MBOX,
        ZIP,
        TAR,
        GZIP,
        ZSTD
    }

    /**
     * The file is no mail.
     *
     * @param what what it is instead, a clause
     */
    record Other(String what) implements Kind {}

    /** Names that say: one mail. */
    Set<String> MAIL_NAMES = Set.of("eml", "email", "mht", "mhtml", "rfc822");

    /** Names that say: many mails. */
    Set<String> MBOX_NAMES = Set.of("mbox", "mbx", "mboxrd", "mboxo", "mboxcl", "mboxcl2");

    /** Names of zip files that are something else. */
    Set<String> ZIP_DOCUMENTS =
            Set.of("docx", "docm", "xlsx", "xlsm", "pptx", "odt", "ods", "odp", "odg", "epub", "jar", "apk");

    /** Tells what a file is. */
    static Kind of(Head head, String name, Format format, boolean inMaildir) {
        String extension = extension(name);
        Known packed = packed(head, extension);
        if (packed != null) {
            return packed;
        }
        if (format.whole() || (inMaildir && format == Format.AUTO)) {
            return Known.MAIL;
        }
        return format.mbox() ? Known.MBOX : told(head, extension);
    }

    private static @Nullable Known packed(Head head, String extension) {
        if (head.has(0, "PK\3\4") || head.has(0, "PK\5\6")) {
            return ZIP_DOCUMENTS.contains(extension) ? null : Known.ZIP;
        }
        if (head.has(0, "\u001f\u008b\b")) {
            return Known.GZIP;
        }
        if (head.has(0, "(\u00b5/\u00fd")) {
            return Known.ZSTD;
        }
        // Archives older than POSIX have no magic; their header is padded with zeros.
        return head.has(257, "ustar") || (extension.equals("tar") && head.binary()) ? Known.TAR : null;
    }

    private static Kind told(Head head, String extension) {
        String known = head.known();
        if (known != null) {
            return new Other(known);
        }
        boolean mailName = MAIL_NAMES.contains(extension);
        if (head.beginsWithSeparator() || (head.beginsWithBareFrom() && bareFromSeparates(head, extension, mailName))) {
            return Known.MBOX;
        }
        if (mailName || head.beginsWithMailHeader()) {
            return Known.MAIL;
        }
        return new Other(head.binary() ? "it is a binary file" : "it does not begin with header fields");
    }

    private static boolean bareFromSeparates(Head head, String extension, boolean mailName) {
        return MBOX_NAMES.contains(extension) || (!mailName && head.secondLineIsField());
    }

    /** What follows the last dot of a name, in lower case; empty if there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
