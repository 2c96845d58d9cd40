package org.muniment.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The mail of the example organisation: about 600 mails of two years, and as many of today as one likes. The same seed
 * and the same instant give the same bytes. Streams are made for one thread each.
 */
public final class ExampleMail {
    private static final Duration TWO_YEARS = Duration.ofDays(730);
    private static final int DAYS = (int) TWO_YEARS.toDays();
    private static final int CONVERSATIONS = 112;
    private static final double CHINESE = 0.34;
    private static final int OPEN = 6;

    private final MailRoom room;
    private final List<Story> english = Story.all(Language.ENGLISH);
    private final List<Story> chinese = Story.all(Language.CHINESE);
    private final Circulars circulars;
    private final Machines machines;

    private ExampleMail(long seed) {
        this.room = new MailRoom(seed);
        this.circulars = new Circulars(room);
        this.machines = new Machines(room);
    }

    /** All mail of the two years before an instant, oldest first. */
    public static Stream<Mail> mails(long seed, Instant now) {
        return new ExampleMail(seed).years(now).stream();
    }

    /**
     * Mail of the moment, without end: each is made when it is asked for, and sent at the clock's time then. How often to
     * ask is the caller's choice.
     */
    public static Stream<Mail> live(long seed, InstantSource clock) {
        var example = new ExampleMail(seed);
        Deque<Conversation> open = new ArrayDeque<>();
        return Stream.generate(() -> example.next(open, clock.instant()));
    }

    private List<Mail> years(Instant now) {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            converse(now, mails);
        }
        scattered(54, now, circulars::newsletter, mails);
        scattered(42, now, circulars::post, mails);
        scattered(36, now, machines::invitation, mails);
        scattered(50, now, machines::notice, mails);
        answers(24, machines::autoReply, mails);
        answers(14, machines::bounce, mails);
        mails.addAll(new Oddities(room).all(now));
        mails.removeIf(mail -> mail.sent().isAfter(now));
        mails.sort(Comparator.comparing(Mail::sent)); // stable: what was sent together stays in the order it was made
        return mails;
    }

    private void converse(Instant now, List<Mail> mails) {
        Instant start =
                room.dice().workingTime(now, DAYS, Partners.ALL.getFirst().zone());
        var conversation = new Conversation(room, story(), start);
        Instant at = room.dice().workingTime(start, 1, conversation.opener().zone());
        while (!conversation.isOver()) {
            mails.add(conversation.next(at));
            at = at.plus(room.dice().answering());
        }
    }

    private void scattered(int count, Instant now, Function<Instant, Mail> writer, List<Mail> mails) {
        for (int i = 0; i < count; i++) {
            mails.add(writer.apply(
                    room.dice().workingTime(now, DAYS, Partners.ALL.getFirst().zone())));
        }
    }

    private static void answers(int count, Supplier<Mail> writer, List<Mail> mails) {
        for (int i = 0; i < count; i++) {
            mails.add(writer.get());
        }
    }

    private Mail next(Deque<Conversation> open, Instant now) {
        if (room.dice().chance(0.2)) {
            return room.dice().chance(0.5) ? circulars.post(now) : machines.notice(now);
        }
        if (open.size() < OPEN) {
            open.add(new Conversation(room, story(), now));
        }
        Conversation conversation = open.remove();
        Mail mail = conversation.next(now);
        if (!conversation.isOver()) {
            open.add(conversation);
        }
        return mail;
    }

    private Story story() {
        return room.dice().pick(room.dice().chance(CHINESE) ? chinese : english);
    }
}
