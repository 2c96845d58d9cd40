package org.muniment.server.view;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an attachment is by its own first bytes, and whether that is what it is said to be. No virus scanner: a file that
 * is what it says may still be harmful.
 *
 * @param mediaType by content; {@code application/octet-stream} if its bytes say nothing
 * @param contradictsType whether the declared media type says something else
 * @param contradictsName whether the ending of the name says something else
 * @param hidesEnding whether the name is made to be misread: a program behind the ending of a document or behind many
 *     blanks, or signs that turn the direction of reading
 */
public record FileKind(String mediaType, boolean contradictsType, boolean contradictsName, boolean hidesEnding) {
    /** How many first bytes are enough to tell every kind that can be told. */
    public static final int HEAD = 64 << 10;

    private static final Set<String> PROGRAMS = Set.of(
            "bat", "chm", "cmd", "com", "cpl", "exe", "hta", "htm", "html", "img", "iso", "jar", "js", "jse", "lnk",
            "msi", "pif", "ps1", "reg", "scr", "sh", "svg", "vbe", "vbs", "vhd", "wsf", "xhtml", "xll");
    private static final Set<String> DOCUMENTS = Set.of(
            "csv", "doc", "docx", "eml", "gif", "jpeg", "jpg", "mp3", "mp4", "msg", "odt", "pdf", "png", "ppt", "pptx",
            "rtf", "tif", "txt", "xls", "xlsx", "zip");

    /** Text that a browser runs: it is no plain text, though it can be read as such. */
    private static final Set<String> ACTIVE_TEXT = Set.of(Kinds.HTML, Kinds.SVG);

    /**
     * Judges one attachment.
     *
     * @param head its first bytes, {@link #HEAD} of them or all there are
     * @param declaredType its media type as declared, with or without parameters
     * @param name its file name, decoded; {@code null} if it has none
     */
    public static FileKind of(byte[] head, String declaredType, @Nullable String name) {
        String type = mediaType(head);
        String plain = name == null ? "" : name.strip();
        return new FileKind(
                type,
                contradicts(type, withoutParameters(declaredType), Kind::types),
                contradicts(type, ending(plain), Kind::endings),
                hidesEnding(plain));
    }

    /** What a file is by its first bytes alone. Thread-safe. */
    public static String mediaType(byte[] head) {
        return Signatures.mediaType(head);
    }

    /** Whether anything of it is not what it is said to be. */
    public boolean contradicts() {
        return contradictsType || contradictsName || hidesEnding;
    }

    /** A claim of which the table knows nothing contradicts nothing. */
    private static boolean contradicts(String type, String claim, Function<Kind, Set<String>> claims) {
        var claimed = Kinds.ALL.stream()
                .filter(kind -> claims.apply(kind).contains(claim))
                .toList();
        return !claimed.isEmpty() && claimed.stream().noneMatch(kind -> mayBe(kind, type));
    }

    /** A container of which the bytes tell no more may be any of its family, and text any text. */
    private static boolean mayBe(Kind claimed, String type) {
        return claimed.type().equals(type)
                || switch (claimed.family()) {
                    case ZIPPED -> type.equals(Kinds.ZIP);
                    case COMPOUND -> type.equals(Kinds.OLE);
                    case WRITTEN -> type.equals(Kinds.TEXT);
                    case PLAIN -> isWritten(type) && !ACTIVE_TEXT.contains(type);
                    case BYTES -> claimed.type().equals(Kinds.ZIP) && isZipped(type);
                };
    }

    private static boolean isZipped(String type) {
        return is(Kind.Family.ZIPPED, type);
    }

    private static boolean isWritten(String type) {
        return is(Kind.Family.WRITTEN, type);
    }

    private static boolean is(Kind.Family family, String type) {
        return Kinds.ALL.stream()
                .anyMatch(kind -> kind.family() == family && kind.type().equals(type));
    }

    private static boolean hidesEnding(String name) {
        if (name.chars().anyMatch(c -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))) {
            return true;
        }
        String last = ending(name);
        String before = name.substring(0, Math.max(0, name.length() - last.length() - 1));
        return PROGRAMS.contains(last) && (before.endsWith("   ") || DOCUMENTS.contains(ending(before.strip())));
    }

    /** Behind the last dot, in lower case; empty if there is none. */
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String withoutParameters(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
