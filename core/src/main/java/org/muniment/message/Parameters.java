package org.muniment.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value with parameters, such as that of Content-Type (RFC 2045, section 5.1; continued and encoded parameters, RFC
 * 2231). Reads what real mail writes: missing semicolons and quotes, spaces around the equals sign. At most
 * {@value #MOST} parameters are kept. Text beyond ASCII stands as ISO 8859-1 octets until asked for.
 */
final class Parameters {
    private static final int MOST = 200;

    private final String text;
    private final int lastClose;
    private int at;
    private final String value;
    private final List<String> names = new ArrayList<>(4);
    private final List<String> values = new ArrayList<>(4);

    /** Parses a field value whose characters are octets. */
    Parameters(String text) {
        this.text = text;
        this.lastClose = text.lastIndexOf(')');
        this.value = token(";").toLowerCase(Locale.ROOT);
        while (at < text.length() && names.size() < MOST) {
            parameter();
        }
    }

    /** What stands before the parameters, in lower case. */
    String value() {
        return value;
    }

    private void parameter() {
        skip("; \t,");
        int from = at;
        String name = token("=;");
        skip(" \t");
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
            skip(" \t");
            names.add(name.toLowerCase(Locale.ROOT));
            values.add(at < text.length() && text.charAt(at) == '"' ? quoted() : token(";"));
        } else if (at == from) {
            at++;
        }
    }

    private void skip(String characters) {
        while (at < text.length() && (characters.indexOf(text.charAt(at)) >= 0 || comment())) {
            at++;
        }
    }

    /** Goes to the closing parenthesis of a comment, if one stands here that is closed (RFC 5322, section 3.2.2). */
    private boolean comment() {
        if (text.charAt(at) != '(' || at > lastClose) {
            return false;
        }
        at = text.indexOf(')', at);
        return true;
    }

    private String token(String ends) {
        skip(" \t");
        int from = at;
        while (at < text.length() && !endsToken(text.charAt(at), ends)) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean endsToken(char c, String ends) {
        return c == ' ' || c == '\t' || ends.indexOf(c) >= 0;
    }

    private String quoted() {
        var content = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            }
            content.append(text.charAt(at++));
        }
        at++;
        return content.toString();
    }

    /** The octets of a parameter as characters, or {@code null}; without RFC 2231. */
    @Nullable
    String octets(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values.get(index);
    }

    /** The text of a parameter, by RFC 2231 if it is written so, else with encoded words decoded, or {@code null}. */
    @Nullable
    String text(String name, Defects defects) {
        String whole = octets(name + "*");
        if (whole != null) {
            return extended(whole, defects);
        }
        if (names.contains(name + "*0") || names.contains(name + "*0*")) {
            return continued(name, defects);
        }
        String plain = octets(name);
        return plain == null ? null : EncodedWords.decode(guessed(plain), defects);
    }

    private static String guessed(String octets) {
        byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
        return Charsets.isAscii(bytes, 0, bytes.length) ? octets : Charsets.guess(bytes, 0, bytes.length);
    }

    private String continued(String name, Defects defects) {
        var octets = new StringBuilder();
        String charset = null;
        for (int section = 0; section < names.size(); section++) {
            String encoded = octets(name + "*" + section + "*");
            String plain = octets(name + "*" + section);
            if (encoded != null) {
                charset = section == 0 ? charset(encoded) : charset;
                octets.append(percentDecoded(section == 0 ? withoutCharset(encoded) : encoded));
            } else if (plain != null) {
                octets.append(plain);
            } else {
                break;
            }
        }
        return decoded(octets.toString(), charset, defects);
    }

    private static String extended(String value, Defects defects) {
        return decoded(percentDecoded(withoutCharset(value)), charset(value), defects);
    }

    private static @Nullable String charset(String value) {
        int quote = value.indexOf('\'');
        return quote <= 0 || value.indexOf('\'', quote + 1) < 0 ? null : value.substring(0, quote);
    }

    private static String withoutCharset(String value) {
        int second = value.indexOf('\'', value.indexOf('\'') + 1);
        return second <= 0 ? value : value.substring(second + 1);
    }

    private static String decoded(String octets, @Nullable String charset, Defects defects) {
        byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
        return Charsets.decode(bytes, 0, bytes.length, charset, defects);
    }

    private static String percentDecoded(String value) {
        var octets = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '%' && i + 2 < value.length() && hex(value, i + 1) >= 0 && hex(value, i + 2) >= 0) {
                octets.append((char) ((hex(value, i + 1) << 4) | hex(value, i + 2)));
                i += 2;
            } else {
                octets.append(c);
            }
        }
        return octets.toString();
    }

    private static int hex(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }
}
