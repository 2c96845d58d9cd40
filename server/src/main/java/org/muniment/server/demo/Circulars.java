package org.muniment.server.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Mail to many: newsletters from outside, with pictures from elsewhere, and mailing lists. Not thread-safe. */
final class Circulars {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<Party> SENDERS = List.of(
            new Party("Harbour Weekly", null, "news@harbour-weekly.example", "Harbour Weekly", LONDON),
            new Party("Fair Calendar", null, "hello@fair-calendar.example", "Fair Calendar", LONDON),
            new Party("Packaging Today", null, "letter@packaging-today.example", "Packaging Today", LONDON));
    private static final List<String> HEADLINES = List.of(
            "Five questions about {topic}",
            "{topic}: what changes this spring",
            "From the quay: {port} after the storm",
            "Readers ask, we answer: {topic}",
            "The fair in {city}: halls, hotels, hopes",
            "Why everybody talks about {topic}");
    /** To everybody in the house; the subject before the bar. */
    private static final List<String> HOUSE = List.of(
            "Umbrella found|Somebody left an umbrella, green, wooden handle, in the meeting room on floor 2. It may be redeemed"
                    + " for cake.",
            "Canteen|The canteen closes early on {date}. The soup of the day is what is left of the soups of the week.",
            "Training: {topic}|On {date} we repeat the training about {topic}. Who slept last time sits in front.",
            "{project}: thank you|{project} is delivered, on time and with all its screws. Thank you to everybody who"
                    + " counted them.",
            "Parking on {date}|Two containers will stand in the yard on {date}. Please leave your cars at home, or at the"
                    + " very edge.");

    private static final List<String> CHINESE_HOUSE = List.of(
            "培训通知：{topic}|各位同事，关于{topic}的培训安排在{date}，请提前报名。",
            "{project}顺利交付|{project}已按时交付，感谢大家的努力。{closing}",
            "食堂通知|{date}食堂提前关门，请互相转告。");
    /** On the list of the trade. */
    private static final List<String> TRADE = List.of(
            "{topic}: question from {city}|Has anybody experience with {topic} in {city}? Our broker says one thing, the"
                    + " customs office another, and both charge for it.",
            "Minutes: working group on {topic}|We met in {city}, agreed on the agenda and on nothing else. The minutes are"
                    + " in the wiki.",
            "Call about {topic} on {date}|Please send your questions before, so that the answers can be wrong in advance.",
            "Re: {topic}, once more|What was said here last month about {topic} holds in {port}, but not two quays further.");

    private final MailRoom room;

    Circulars(MailRoom room) {
        this.room = room;
    }

    /** HTML of a house that wants to know who reads it. */
    Mail newsletter(Instant sent) {
        Party from = room.dice().pick(SENDERS);
        var words = new Vocabulary(Language.ENGLISH, room.dice(), sent);
        String subject = words.fill(room.dice().pick(HEADLINES));
        Party reader = room.colleague();
        Draft draft = room.draft(sent, Language.ENGLISH, from, List.of(reader), subject)
                .field(
                        "List-Unsubscribe",
                        "<https://www." + from.domain() + "/leave?who="
                                + room.dice().between(1_000, 9_999) + ">")
                .field("Precedence", "bulk");
        String text =
                words.fill("{news}\n\n{more}\n\nOur picture shows {port} at six in the morning, when only gulls and"
                        + " forwarders are awake.");
        Part plain = Part.plain(text, draft.charset());
        Part html = Part.html(Html.page(newsletter(from, subject, text)), draft.charset());
        return draft.mail(Mail.Kind.NEWSLETTER, Part.multipart("alternative", room.boundary(), List.of(plain, html)));
    }

    private String newsletter(Party from, String subject, String text) {
        String site = "https://www." + from.domain();
        String pixel = "https://count." + from.domain() + "/open.gif?reader="
                + room.dice().between(10_000, 99_999);
        return "<table width=\"600\" align=\"center\" cellpadding=\"16\" bgcolor=\"#eef3f1\"><tr><td>\n"
                + "<img src=\"" + site + "/masthead.png\" width=\"568\" height=\"90\" alt=\"" + from.name() + "\">\n"
                + "<h1 style=\"font-family: Georgia, serif; color: #24574a\">" + Html.escaped(subject) + "</h1>\n"
                + Html.paragraphs(text) + "<p><a href=\"" + site + "/read?c="
                + room.dice().between(100, 999)
                + "\">Read on</a> · <a href=\"https://click." + from.domain() + "/x\">" + site + "</a></p>\n"
                + "</td></tr></table><img src=\"" + pixel + "\" width=\"1\" height=\"1\">\n";
    }

    /** A contribution to a list of the house or of the trade. */
    Mail post(Instant sent) {
        Language language = room.dice().chance(0.25) ? Language.CHINESE : Language.ENGLISH;
        var words = new Vocabulary(language, room.dice(), sent);
        boolean inside = language == Language.CHINESE || room.dice().chance(0.6);
        String name = inside ? "all" : "incoterms";
        String domain = inside ? "lindenhof.example" : "lists.traders.example";
        var list = new Party(inside ? "Everybody" : "Incoterms list", null, name + "@" + domain, "", LONDON);
        Party from = inside ? room.party("sales", language, List.of()) : Partners.ALL.getFirst();
        List<String> posts = inside ? (language == Language.CHINESE ? CHINESE_HOUSE : HOUSE) : TRADE;
        String post = words.fill(room.dice().pick(posts));
        int bar = post.indexOf('|');
        Draft draft = room.draft(sent, language, from, List.of(list), "[" + name + "] " + post.substring(0, bar))
                .field("List-Id", list.name() + " <" + name + "." + domain + ">")
                .field("List-Post", "<mailto:" + list.address() + ">")
                .field("Precedence", "list")
                .reversePath(name + "-bounces@" + domain)
                .blindly(room.colleague());
        String text = post.substring(bar + 1) + "\n\n" + from.display(language);
        String foot = "\n_______________________________________________\n" + name + " mailing list\n";
        return draft.mail(Mail.Kind.MAILING_LIST, Part.plain(text + "\n" + foot, draft.charset()));
    }
}
