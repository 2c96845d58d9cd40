package org.muniment.server.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The mails that every archive has and no standard foresees; each is made once. Not thread-safe. */
final class Oddities {
    private static final Party STRANGER = Partners.ALL.get(2);

    private final MailRoom room;
    private final List<Mail> mails = new ArrayList<>();

    Oddities(MailRoom room) {
        this.room = room;
    }

    /** All of them, between an instant and two years before. */
    List<Mail> all(Instant end) {
        bare(draft(end, "No date on this one").without("Date"), "The clock of our old scanner has no battery.\n");
        bare(
                draft(end, "").without("Subject"),
                "Forgot the subject, remembered the mail: invoice LT-2024-0815 is paid.\n");
        bare(draft(end, "No Message-ID").without("Message-ID"), "Sent from a lift.\n");
        bare(draft(end, "Empty"), "");
        bare(
                draft(end, "Sender withheld").without("From"),
                "The suggestion box, digitally: more bicycles, fewer meetings.\n");
        bare(
                draft(end, "Very long subject about the contract: " + "clause after clause, ".repeat(48)),
                "See subject.\n");
        bare(draft(end, "Bad date").field("Date", "yesterday, after lunch"), "My time zone is lunch.\n");
        broken(draft(end, "Broken MIME: the quarterly figures"));
        manyRecipients(draft(end, "Summer party on the pontoon"));
        rawBytes(draft(end, "Alte Maschine, rohe Umlaute"));
        forwarded(draft(end, "Fwd: what do you make of this?"));
        misnamed(draft(end, "Invoice as discussed"));
        phishing(draft(end, "Your mailbox is almost full"));
        archive(draft(end, "Drawings for Project Wren"));
        rawChinese(draft(end, "x"));
        return mails;
    }

    private Draft draft(Instant end, String subject) {
        Instant sent = room.dice().workingTime(end, 700, STRANGER.zone());
        return room.draft(sent, Language.ENGLISH, STRANGER, List.of(room.colleague()), subject);
    }

    private void bare(Draft draft, String text) {
        mails.add(draft.bare(Mail.Kind.ODD, text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    /** A boundary that is announced and never kept. */
    private void broken(Draft draft) {
        draft.field("Content-Type", "multipart/mixed; boundary=\"promised\"");
        bare(draft, "--different\nContent-Type: text/plain\n\nTurnover is up, the boundary is gone.\n");
    }

    private void manyRecipients(Draft draft) {
        List<Party> guests = new ArrayList<>(Partners.ALL);
        room.example().people().forEach(person -> guests.add(person.party()));
        for (int i = 1; i <= 140; i++) {
            guests.add(new Party("Guest " + i, null, "guest" + i + "@pontoon.example", "", STRANGER.zone()));
        }
        Part text =
                Part.plain("Food, boats, and no speeches. Please say whether you can swim.\n", StandardCharsets.UTF_8);
        mails.add(draft.to(guests).mail(Mail.Kind.ODD, text));
    }

    /** Bytes of an older character set that nothing declares. */
    private void rawBytes(Draft draft) {
        mails.add(draft.bare(
                Mail.Kind.ODD,
                "Schöne Grüße aus dem Lager, die Prüfung der Töpfe läuft.\r\n".getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void rawChinese(Draft draft) {
        draft.field("Subject", "=?gb2312?Q?=B7=A2=C6=B1=C7=EB=B2=E9=CA=D5?=")
                .field("Content-Type", "text/plain; charset=gb2312");
        mails.add(draft.bare(Mail.Kind.ODD, "发票已寄出，请查收。合同原件随后。\r\n".getBytes(Charset.forName("GB18030"))));
    }

    private void forwarded(Draft draft) {
        Draft inner = room.draft(
                draft.sent().minusSeconds(90_000),
                Language.ENGLISH,
                Partners.ALL.get(4),
                List.of(STRANGER),
                "Olive oil, an unusual offer");
        byte[] mail = inner.mail(
                        Mail.Kind.ODD,
                        Part.plain("Four thousand litres, slightly famous. Interested?\n", StandardCharsets.UTF_8))
                .bytes();
        Part note = Part.plain("Not our line, but perhaps the canteen?\n", StandardCharsets.UTF_8);
        mails.add(
                draft.mail(Mail.Kind.ODD, Part.multipart("mixed", room.boundary(), List.of(note, Part.message(mail)))));
    }

    /** A page under the name of a PDF: the console marks it. */
    private void misnamed(Draft draft) {
        byte[] page = "<!DOCTYPE html><title>Invoice</title><p>Not a PDF at all.\n".getBytes(StandardCharsets.US_ASCII);
        Part note = Part.plain("Please open the attachment at once.\n", StandardCharsets.UTF_8);
        mails.add(draft.mail(
                Mail.Kind.ODD,
                Part.multipart(
                        "mixed", room.boundary(), List.of(note, Part.file("application/pdf", "invoice.pdf", page)))));
    }

    /** A link that says one thing and means another. */
    private void phishing(Draft draft) {
        String html = Html.page(
                "<p>Your mailbox is <b>97 % full</b>. Confirm it within 24 hours:</p>"
                        + "<p><a href=\"http://collect.pontoon.example/login\">https://portal.lindenhof.example/mailbox</a></p>");
        mails.add(draft.mail(Mail.Kind.ODD, Part.html(html, StandardCharsets.UTF_8)));
    }

    private void archive(Draft draft) {
        byte[] zip = SmallZip.of(Map.of("wren.txt", "Scale 1:20, feathers not included.\n"));
        Part note = Part.plain("All drawings in one archive.\n", StandardCharsets.UTF_8);
        mails.add(draft.mail(
                Mail.Kind.ODD,
                Part.multipart(
                        "mixed", room.boundary(), List.of(note, Part.file("application/zip", "wren.zip", zip)))));
    }
}
