package org.muniment.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.server.demo.MailRoom.Sent;
import org.muniment.server.demo.Story.Turn;

/** A story told in mails, each an answer to the one before. Not thread-safe. */
final class Conversation {
    private final MailRoom room;
    private final Story story;
    private final Vocabulary words;
    private final Map<String, Party> parties = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private String quoted = "";
    private int turn;

    Conversation(MailRoom room, Story story, Instant start) {
        this.room = room;
        this.story = story;
        this.words = new Vocabulary(story.language(), room.dice(), start);
        for (String role : List.of("a", "b", "c")) {
            String who = story.roles().get(role);
            if (who != null) {
                join(role, room.party(who, story.language(), List.copyOf(parties.values())));
            }
        }
    }

    private void join(String role, Party party) {
        parties.put(role, party);
        words.put(role, party.spokenTo(story.language()));
    }

    boolean isOver() {
        return turn == story.turns().size();
    }

    /** Who speaks first. */
    Party opener() {
        return party(story.turns().getFirst().role());
    }

    /** The next mail, sent at that moment. */
    Mail next(Instant sent) {
        Turn said = story.turns().get(turn);
        Party from = party(said.role());
        Draft draft =
                room.draft(sent, story.language(), from, to(said), subject()).cc(copied(said));
        thread(draft, from, to(said).getFirst(), subject());
        if (turn == 0 && room.dice().chance(0.06)) {
            draft.blindly(room.colleague());
        }
        String text = words.fill(said.text());
        Mail mail = draft.mail(kind(), body(draft, said, text + signature(from)));
        quoted = text;
        turn++;
        return mail;
    }

    private Mail.Kind kind() {
        return story.language() == Language.CHINESE ? Mail.Kind.CHINESE_CONVERSATION : Mail.Kind.CONVERSATION;
    }

    private Part body(Draft draft, Turn said, String text) {
        String previous = quoted.isEmpty()
                ? ""
                : "\n\n" + quoted.lines().map(line -> "> " + line).reduce("", Conversation::line);
        Part plain = Part.plain(text + previous, draft.charset());
        Attachments attachments = new Attachments(room, words, draft);
        List<String> attached = attached(said);
        boolean chart = attached.contains("png");
        Part readable = chart || room.dice().chance(0.55) ? both(plain, text, attachments, chart) : plain;
        List<Part> parts = new ArrayList<>(List.of(readable));
        attached.stream().filter(kind -> !kind.equals("png")).forEach(kind -> parts.add(attachments.file(kind)));
        return parts.size() == 1 ? readable : Part.multipart("mixed", room.boundary(), parts);
    }

    private Part both(Part plain, String text, Attachments attachments, boolean chart) {
        String image = chart ? "<p><img src=\"cid:chart@lindenhof.example\" alt=\"chart\" width=\"480\"></p>" : "";
        String old =
                quoted.isEmpty() ? "" : "<blockquote style=\"color:#555\">" + Html.paragraphs(quoted) + "</blockquote>";
        Part html = Part.html(Html.page(Html.paragraphs(text) + image + old), attachments.charset());
        Part page = chart
                ? Part.multipart(
                        "related", room.boundary(), List.of(html, attachments.chart("chart@lindenhof.example")))
                : html;
        return Part.multipart("alternative", room.boundary(), List.of(plain, page));
    }

    /** What the story attaches to this mail: only to the first that its role writes. */
    private List<String> attached(Turn said) {
        boolean first = story.turns().subList(0, turn).stream()
                .noneMatch(before -> before.role().equals(said.role()));
        List<String> attached = new ArrayList<>();
        for (String each : first ? story.attach() : List.<String>of()) {
            String role = each.contains(".") ? each.substring(0, 1) : "a";
            if (role.equals(said.role())) {
                attached.add(each.substring(each.indexOf('.') + 1));
            }
        }
        return attached;
    }

    private void thread(Draft draft, Party from, Party to, String subject) {
        String id = room.messageId(from);
        draft.field("Message-ID", id);
        if (!ids.isEmpty()) {
            draft.field("In-Reply-To", ids.getLast()).field("References", String.join(" ", ids));
        }
        ids.add(id);
        room.remember(new Sent(from, to, subject, id, draft.sent()));
    }

    private String subject() {
        String subject = words.fill(story.subject());
        return turn == 0 ? subject : (story.language() == Language.CHINESE ? "回复：" : "Re: ") + subject;
    }

    private List<Party> to(Turn said) {
        return List.of(party(said.role().equals("a") ? "b" : "a"));
    }

    private List<Party> copied(Turn said) {
        Party third = parties.get("c");
        if (third == null) {
            return List.of();
        }
        return List.of(said.role().equals("c") ? party("b") : third);
    }

    private Party party(String role) {
        Party party = parties.get(role);
        if (party == null) {
            throw new IllegalStateException("nobody plays " + role + " in \"" + story.subject() + "\"");
        }
        return party;
    }

    private String signature(Party from) {
        return "\n\n-- \n" + from.display(story.language()) + "\n" + from.company() + "\n";
    }

    private static String line(String before, String next) {
        return before + next + "\n";
    }
}
