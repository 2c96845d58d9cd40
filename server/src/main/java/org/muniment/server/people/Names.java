package org.muniment.server.people;

import org.muniment.server.language.Message;

/** Names that people give to people and things: shown as text everywhere, so they may hold any letters, but no controls. */
final class Names {
    private Names() {}

    /** The name without white space around it. */
    static String checked(String pointer, String given, int longest) throws RefusedException {
        String name = given.strip();
        boolean fits = !name.isEmpty() && name.length() <= longest;
        if (!fits) {
            throw RefusedException.field(pointer, Message.of("invalid.length", pointer, 1, longest));
        }
        if (name.codePoints().anyMatch(Names::isHidden)) {
            throw RefusedException.field(pointer, Message.of("people.name-characters", pointer));
        }
        return name;
    }

    /** Line ends, and what would turn the direction of what stands behind it. */
    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || (type == Character.FORMAT && c != 0x200c && c != 0x200d);
    }
}
