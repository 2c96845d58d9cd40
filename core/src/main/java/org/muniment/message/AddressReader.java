package org.muniment.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mailboxes of an address field (RFC 5322, section 3.4) and of what real mail has instead; groups are
 * flattened, what is no address is kept as text. One reader reads one field.
 */
final class AddressReader {
    private final String field;
    private final Defects defects;
    private final StringBuilder phrase = new StringBuilder();
    private @Nullable String angle;
    private @Nullable String comment;
    private boolean hasAt;
    private int at;

    private AddressReader(String field, Defects defects) {
        this.field = field;
        this.defects = defects;
    }

    /**
     * Adds the mailboxes of a field to a list.
     *
     * @param field the value, unfolded
     * @param most how long the list may become
     */
    static void read(String field, List<Address> found, int most, Defects defects) {
        new AddressReader(field, defects).run(found, most);
    }

    private void run(List<Address> found, int most) {
        while (at < field.length()) {
            char c = field.charAt(at);
            if (c == ',' || c == ';') {
                at++;
                finish(found, most);
            } else if (c == ':' && isGroupName()) {
                at++;
                phrase.setLength(0);
            } else {
                piece(c);
            }
        }
        finish(found, most);
    }

    /** Where a colon is reached behind words, these name a group; behind an address or a URL scheme they do not. */
    private boolean isGroupName() {
        return angle == null && !hasAt && !isMailto();
    }

    private boolean isMailto() {
        return phrase.length() < 16 && phrase.toString().strip().equalsIgnoreCase("mailto");
    }

    private void piece(char c) {
        switch (c) {
            case '"' -> quoted();
            case '(' -> comment();
            case '<' -> angle();
            default -> {
                phrase.append(c);
                hasAt |= c == '@';
                at++;
            }
        }
    }

    private void quoted() {
        int start = phrase.length();
        int from = at++;
        if (field.indexOf('"', at) < 0) {
            return; // never closed, so it quotes nothing
        }
        while (at < field.length() && field.charAt(at) != '"') {
            if (field.charAt(at) == '\\' && at + 1 < field.length()) {
                at++;
            }
            phrase.append(field.charAt(at++));
        }
        at++;
        if (at < field.length() && field.charAt(at) == '@') {
            phrase.setLength(start); // a quoted local part keeps its quotes
            phrase.append(field, from, at);
        }
    }

    private void comment() {
        int from = ++at;
        int depth = 1;
        while (at < field.length()) {
            char c = field.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                comment = field.substring(from, at - 1).strip();
                return;
            }
        }
        phrase.append(field, from, at); // never closed, so it is text
    }

    private void angle() {
        int close = field.indexOf('>', at);
        int end = close < 0 ? field.length() : close;
        String content = field.substring(at + 1, end).strip();
        at = end + 1;
        if (angle == null) {
            angle = content;
        } else {
            phrase.append(' ').append(content);
        }
    }

    private void finish(List<Address> found, int most) {
        String words = phrase.toString().strip();
        String address = angle;
        String said = comment;
        phrase.setLength(0);
        hasAt = false;
        angle = null;
        comment = null;
        if (words.isEmpty() && address == null && said == null) {
            return;
        }
        if (found.size() >= most) {
            defects.add(Defect.Kind.LIMIT_REACHED, "more addresses than are read");
            return;
        }
        found.add(address == null ? bare(words, said) : named(words, address, said));
    }

    private Address named(String words, String angle, @Nullable String said) {
        String address = angle.indexOf('@') == 0 && angle.indexOf(':') > 0
                ? angle.substring(angle.indexOf(':') + 1) // an obsolete source route
                : angle;
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        String name = words.isEmpty() ? said == null ? "" : said : words;
        return new Address(name.isEmpty() ? null : EncodedWords.decode(name, defects), spaceless(address));
    }

    private Address bare(String words, @Nullable String said) {
        String name = said == null ? null : EncodedWords.decode(said, defects);
        int space = words.lastIndexOf(' ');
        if (words.indexOf('@') < 0) {
            defects.add(Defect.Kind.MALFORMED_FIELD, "address without an @");
            return words.isEmpty() && said != null
                    ? new Address(null, EncodedWords.decode(said, defects))
                    : new Address(name, EncodedWords.decode(words, defects));
        }
        if (space > 0 && words.indexOf('@') > space && words.indexOf('"') < 0) { // a name, but the brackets are missing
            return new Address(
                    EncodedWords.decode(words.substring(0, space).strip(), defects), words.substring(space + 1));
        }
        return new Address(name, spaceless(words));
    }

    /** White space may stand around the dots and the @ in obsolete syntax (RFC 5322, section 4.4). */
    private static String spaceless(String address) {
        if ((address.indexOf(' ') < 0 && address.indexOf('\t') < 0) || address.indexOf('"') >= 0) {
            return address;
        }
        String joined = address.replace("\t", " ").replace(" @", "@").replace("@ ", "@");
        return joined.replace(" .", ".").replace(". ", ".");
    }
}
