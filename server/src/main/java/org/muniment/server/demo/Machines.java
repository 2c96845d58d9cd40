package org.muniment.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.muniment.server.demo.MailRoom.Sent;

/** What programs write: notices, invitations, automatic answers, bounces. Not thread-safe. */
final class Machines {
    private static final ZoneId HAMBURG = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter CALENDAR_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Party MONITOR =
            new Party("Monitoring", null, "monitor@lindenhof.example", "Lindenhof Trading", HAMBURG);
    private static final Party PARCELS =
            new Party("Parcel tracking", null, "no-reply@parcels.example", "Parcels", HAMBURG);
    private static final List<String> NOTICES = List.of(
            "Backup of {container} finished: {quantity} GB, 0 errors",
            "Disk of warehouse-2 is 91 % full",
            "Certificate of portal.lindenhof.example expires on {date}",
            "Temperature in the server room: 29 degrees",
            "Meter reading of {city} is missing");
    private static final List<String> MEETINGS = List.of(
            "Weekly call {project}",
            "{project}: kick-off",
            "Stock review {city}",
            "Supplier review: {product}",
            "Fire drill, no excuses");
    private static final List<String> CHINESE_MEETINGS = List.of("{project}周例会", "{product}供应商评审", "{city}库存会议");

    private final MailRoom room;

    Machines(MailRoom room) {
        this.room = room;
    }

    /** Of a computer to its keepers, or of a parcel on its way. */
    Mail notice(Instant sent) {
        boolean parcel = room.dice().chance(0.4);
        var words = new Vocabulary(Language.ENGLISH, room.dice(), sent);
        String subject = words.fill(
                parcel ? "Parcel {container} is on its way" : room.dice().pick(NOTICES));
        Party to = parcel ? room.colleague() : room.party("it", Language.ENGLISH, List.of());
        String text = parcel
                ? words.fill(
                        "Your parcel {container} left {city} and should arrive on {date}.\n\nThis address does not read.")
                : subject + "\nhost: node-" + room.dice().between(1, 9) + "\nat: " + sent + "\n";
        Draft draft = room.draft(sent, Language.ENGLISH, parcel ? PARCELS : MONITOR, List.of(to), subject)
                .field("Auto-Submitted", "auto-generated");
        return draft.mail(Mail.Kind.NOTICE, Part.plain(text, draft.charset()));
    }

    /** To a meeting, as a text and as a calendar object (RFC 6047). */
    Mail invitation(Instant sent) {
        Language language = room.dice().chance(0.3) ? Language.CHINESE : Language.ENGLISH;
        var words = new Vocabulary(language, room.dice(), sent);
        Party host = room.party("sales", language, List.of());
        List<Party> guests = List.of(
                room.party("logistics", language, List.of()),
                room.party("purchasing", language, List.of()),
                room.party("partner", language, List.of()));
        String title = words.fill(room.dice().pick(language == Language.CHINESE ? CHINESE_MEETINGS : MEETINGS));
        Draft draft = room.draft(sent, language, host, guests, title);
        String calendar = calendar(sent, host, guests, title);
        Part plain = Part.plain(words.fill(title + "\n\n{date}, {city}\n{detail}\n"), draft.charset());
        Part request = Part.text("calendar", calendar, StandardCharsets.UTF_8, ";method=REQUEST");
        Part body = Part.multipart("alternative", room.boundary(), List.of(plain, request));
        Part file = Part.file("application/ics", "invite.ics", calendar.getBytes(StandardCharsets.UTF_8));
        return draft.mail(Mail.Kind.INVITATION, Part.multipart("mixed", room.boundary(), List.of(body, file)));
    }

    private String calendar(Instant sent, Party host, List<Party> guests, String title) {
        Instant start = sent.truncatedTo(ChronoUnit.HOURS)
                .plus(Duration.ofDays(room.dice().between(2, 20)));
        var calendar = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Lindenhof//Calendar//EN\n")
                .append("METHOD:REQUEST\nBEGIN:VEVENT\nUID:")
                .append(sent.toEpochMilli())
                .append('@')
                .append(host.domain())
                .append("\nDTSTAMP:")
                .append(CALENDAR_TIME.format(sent))
                .append("\nDTSTART:")
                .append(CALENDAR_TIME.format(start))
                .append("\nDTEND:")
                .append(CALENDAR_TIME.format(start.plus(Duration.ofMinutes(45))))
                .append("\nSUMMARY:")
                .append(title)
                .append("\nORGANIZER:mailto:")
                .append(host.address())
                .append('\n');
        guests.forEach(guest -> calendar.append("ATTENDEE;RSVP=TRUE:mailto:")
                .append(guest.address())
                .append('\n'));
        return calendar.append("END:VEVENT\nEND:VCALENDAR\n").toString();
    }

    /** Of somebody who is away (RFC 3834). */
    Mail autoReply() {
        Sent mail = room.remembered();
        boolean chinese = mail.to().writesChinese() && mail.from().writesChinese();
        Language language = chinese ? Language.CHINESE : Language.ENGLISH;
        var words = new Vocabulary(language, room.dice(), mail.when());
        String subject = (chinese ? "自动回复：" : "Automatic reply: ") + mail.subject();
        String text = words.fill(
                chinese
                        ? "您好，我正在休假，{date}回来。急事请联系我的同事。\n"
                        : "Thank you for your mail. I am travelling and shall be back on {date}. What cannot wait, my colleagues know; what can, waits for me.\n");
        Draft draft = room.draft(mail.when().plusSeconds(7), language, mail.to(), List.of(mail.from()), subject)
                .field("In-Reply-To", mail.messageId())
                .field("References", mail.messageId())
                .field("Auto-Submitted", "auto-replied")
                .field("X-Auto-Response-Suppress", "All")
                .reversePath("");
        return draft.mail(Mail.Kind.AUTO_REPLY, Part.plain(text, draft.charset()));
    }

    /** Of a server that could not deliver (RFC 3464). */
    Mail bounce() {
        Sent mail = room.remembered();
        var daemon = new Party("Mail Delivery System", null, "MAILER-DAEMON@lindenhof.example", "", HAMBURG);
        boolean full = room.dice().chance(0.5);
        String status = full ? "4.2.2" : "5.1.1";
        String reason = full ? "452 4.2.2 mailbox full" : "550 5.1.1 no such user here";
        Part told = Part.plain(
                "Your mail to " + mail.to().address() + " could not be delivered.\n\n" + reason + "\n",
                StandardCharsets.UTF_8);
        Part report = Part.raw(
                "Content-Type: message/delivery-status\r\n",
                "Reporting-MTA: dns; mail.lindenhof.example\n\nFinal-Recipient: rfc822; "
                        + mail.to().address() + "\nAction: failed\nStatus: " + status + "\nDiagnostic-Code: smtp; "
                        + reason + "\n");
        Part header = Part.raw(
                "Content-Type: text/rfc822-headers\r\n",
                "From: " + mail.from().address() + "\nTo: " + mail.to().address() + "\nMessage-ID: " + mail.messageId()
                        + "\n");
        Draft draft = room.draft(
                        mail.when().plusSeconds(95),
                        Language.ENGLISH,
                        daemon,
                        List.of(mail.from()),
                        "Undelivered mail returned to sender")
                .field("Auto-Submitted", "auto-replied")
                .reversePath("");
        return draft.mail(
                Mail.Kind.BOUNCE,
                Part.multipart("report; report-type=delivery-status", room.boundary(), List.of(told, report, header)));
    }
}
