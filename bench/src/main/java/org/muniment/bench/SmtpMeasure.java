package org.muniment.bench;

import java.nio.file.Path;
import java.util.List;

/** Durable mail over SMTP: clients in this JVM, listener and archive in one of their own. */
final class SmtpMeasure {
    /** As long again as it counts, at most this. */
    private static final double LONGEST_WARM_UP_SECONDS = 8;

    private SmtpMeasure() {}

    static Figures run(Corpus corpus, Path home, Arguments arguments) throws Exception {
        List<byte[]> mails = SmtpMails.of(corpus.maildir());
        try (Fork fork = Fork.of(SmtpWorker.class, arguments.jvm(), List.of(home.toString()))) {
            int port = (int) fork.figures().get("port");
            Delivery delivery = new Delivery(port, mails);
            Figures warmUp = delivery.run(arguments.clients(), Math.min(arguments.seconds(), LONGEST_WARM_UP_SECONDS));
            Figures figures = delivery.run(arguments.clients(), arguments.seconds());
            fork.say("end");
            Figures after = fork.figures();
            Cost cost = fork.end();
            requireAll(warmUp.get("messages") + figures.get("messages"), after);
            double all = warmUp.get("messages") + figures.get("messages");
            return figures.putAll("", after).put("cpu_seconds_per_1000", cost.cpuSeconds() / all * 1000);
        }
    }

    private static void requireAll(double acknowledged, Figures after) {
        if (after.get("archived") != acknowledged || after.get("indexed") != acknowledged) {
            throw new IllegalStateException("of " + acknowledged + " acknowledged mails there are: " + after.lines());
        }
    }
}
