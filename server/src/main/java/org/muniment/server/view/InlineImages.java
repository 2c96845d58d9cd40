package org.muniment.server.view;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The images of one mail as data of its page. What an image is, its bytes say; only four kinds are shown, none of
 * which can hold a program. All images of a page together take at most {@link #MOST_BYTES}. Not thread-safe.
 */
final class InlineImages {
    /** Bytes of all images of one page, repeated ones counted again: the page becomes a third larger. */
    static final int MOST_BYTES = 24 << 20;

    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final String DATA = "data:";
    private static final String BASE64 = ";base64,";

    private final InlineParts parts;
    private int left = MOST_BYTES;

    InlineImages(InlineParts parts) {
        this.parts = parts;
    }

    /** The image as an address that holds it; {@code null} if it is none of the mail's, or none that is shown. */
    @Nullable
    String data(String source) {
        byte[] bytes = bytes(source);
        if (bytes == null || bytes.length > left) {
            return null;
        }
        String type = FileKind.mediaType(bytes);
        if (!SHOWN.contains(type)) {
            return null;
        }
        left -= bytes.length;
        return DATA + type + BASE64 + Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether the mail has bytes for it, be they an image or not. */
    boolean has(String source) {
        return bytes(source) != null;
    }

    private byte @Nullable [] bytes(String source) {
        if (source.regionMatches(true, 0, "cid:", 0, 4)) {
            return part(source.substring(4));
        }
        int start = source.indexOf(BASE64);
        boolean embedded = source.regionMatches(true, 0, DATA, 0, DATA.length()) && start > 0;
        return embedded ? decoded(source.substring(start + BASE64.length())) : null;
    }

    /** By the Content-ID as written, and else with its percent signs resolved (RFC 2392, section 2). */
    private byte @Nullable [] part(String contentId) {
        byte[] bytes = parts.bytes(contentId);
        if (bytes != null || contentId.indexOf('%') < 0) {
            return bytes;
        }
        try {
            return parts.bytes(URLDecoder.decode(contentId.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether an address is one that {@link #data} makes. */
    static boolean isImage(String address) {
        int start = address.indexOf(BASE64);
        return start > DATA.length()
                && address.startsWith(DATA)
                && SHOWN.contains(address.substring(DATA.length(), start))
                && address.chars().skip(start + BASE64.length()).allMatch(InlineImages::isBase64);
    }

    private static boolean isBase64(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '=';
    }
}
