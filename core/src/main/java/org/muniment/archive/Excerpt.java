package org.muniment.archive;

import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.Snippet.Part;
import org.muniment.index.Marks;
import org.muniment.index.Span;
import org.muniment.message.Attachment;
import org.muniment.message.Message;

/** Cuts a line out of a text, blanks made one, around the first place that is marked. For one use. */
final class Excerpt {
    private static final int LENGTH = 160;

    /** Characters before the first place, to see what it is about. */
    private static final int LEAD = 48;

    /** As far as the text is looked at, for there may be any number of blanks. */
    private static final int REACH = 1_000;

    /** As much of the subject as a list shows. */
    private static final int SUBJECT = 1_000;

    private final String text;
    private final List<Span> marks;
    private final StringBuilder line = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    private Excerpt(String text, List<Span> marks) {
        this.text = text;
        this.marks = marks;
    }

    /** The snippet of a message. */
    static Snippet of(String id, Message message, Marks marks) {
        List<Span> subject = clipped(marks.subject(message.subject()), SUBJECT);
        List<Span> body = marks.body(message.text(), REACH);
        if (!body.isEmpty()) {
            return new Excerpt(message.text(), body).snippet(id, subject, Part.BODY);
        }
        for (Attachment attachment : message.attachments()) {
            String name = attachment.filename();
            List<Span> named = name == null ? List.of() : marks.filename(name);
            if (name != null && !named.isEmpty()) {
                return new Excerpt(name, named).snippet(id, subject, Part.ATTACHMENT);
            }
        }
        Part part = subject.isEmpty() ? Part.NONE : Part.SUBJECT;
        return new Excerpt(message.text(), List.of()).snippet(id, subject, part);
    }

    private static List<Span> clipped(List<Span> spans, int end) {
        return spans.stream()
                .filter(span -> span.start() < end)
                .map(span -> new Span(span.start(), Math.min(span.end(), end)))
                .toList();
    }

    private Snippet snippet(String id, List<Span> subject, Part part) {
        int hit = marks.isEmpty() ? 0 : marks.getFirst().start();
        int from = beginning(hit);
        int to = Math.min(text.length(), hit + REACH);
        if (from > 0) {
            line.append('…');
        }
        int end = copy(from, to);
        if (end < text.length()
                && !text.substring(end, Math.min(text.length(), end + REACH)).isBlank()) {
            line.append('…');
        }
        return new Snippet(id, subject, part, line.toString(), spans);
    }

    /** A little before the hit, at the beginning of a word if one begins there. */
    private int beginning(int hit) {
        int from = Math.max(0, hit - LEAD);
        if (from == 0) {
            return 0;
        }
        for (int i = from; i < hit; i++) {
            if (isBlank(text.charAt(i))) {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    /** Copies until the line is full, and says how far that was. */
    private int copy(int from, int to) {
        int next = 0;
        boolean gap = false;
        int open = -1;
        int at = from;
        for (; at < to && line.length() < LENGTH; at++) {
            if (open >= 0 && at == marks.get(next).end()) {
                spans.add(new Span(open, line.length()));
                open = -1;
                next++;
            }
            char c = text.charAt(at);
            if (isBlank(c)) {
                gap = !line.isEmpty();
                continue;
            }
            line.append(gap ? " " : "");
            gap = false;
            if (open < 0 && next < marks.size() && at == marks.get(next).start()) {
                open = line.length();
            }
            line.append(c);
        }
        if (at < to && Character.isLowSurrogate(text.charAt(at))) {
            line.append(text.charAt(at++)); // never half a character
        }
        if (open >= 0) {
            spans.add(new Span(open, line.length()));
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
