package org.muniment.server.cli;

import java.time.ZoneId;

/** What a search cannot find because it was never archived, or not yet: said beside whatever is printed of its results. */
final class Gaps {
    private Gaps() {}

    /** Says everything that the answer to a search notes, a sentence each. */
    static void say(Json answer, Terminal terminal, ZoneId zone) {
        for (Json note : answer.get("notes").list()) {
            terminal.say(sentence(note, zone));
        }
    }

    private static String sentence(Json note, ZoneId zone) {
        long count = note.get("count").number();
        return switch (note.get("code").text()) {
            case "archiving-off" -> off(note, zone) + (count > 0 ? " " + notKept(count) : "");
            case "no-open-account" ->
                Texts.count(count, "mail") + " of that time " + (count == 1 ? "was" : "were")
                        + " not archived: no open archive account took part.";
            case "index-behind" -> Texts.count(count, "new message") + " cannot be searched yet.";
            default -> "Something may be missing: " + note.get("code").text() + ".";
        };
    }

    private static String off(Json note, ZoneId zone) {
        Json from = note.get("from");
        Json to = note.get("to");
        if (!to.present()) {
            return from.present()
                    ? "Archiving has been off since " + Texts.time(from.text(), zone)
                            + ". Mail since then is not archived."
                    : "Archiving was off. Mail of that time was never archived.";
        }
        return "Archiving was off " + (from.present() ? "from " + Texts.time(from.text(), zone) + " to " : "until ")
                + Texts.time(to.text(), zone) + ". Mail of that time was never archived.";
    }

    private static String notKept(long count) {
        return Texts.count(count, "mail") + " came then and " + (count == 1 ? "was" : "were") + " not kept.";
    }
}
