package org.muniment.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.index.MailDocument.Mailbox;

/** Reads mbox files crudely into index documents: enough for measuring and for tests on real words, not for mail. */
public final class EnronMail {
    private EnronMail() {}

    /** Hands over the messages of all mbox files in a folder, until there are enough of them. */
    public static void read(Path folder, int most, Consumer<MailDocument> taker) throws IOException {
        List<Path> files;
        try (Stream<Path> children = Files.list(folder)) {
            files = children.filter(Files::isRegularFile).sorted().toList();
        }
        int[] count = {0};
        for (Path file : files) {
            if (count[0] < most) {
                readMbox(file, lines -> {
                    if (count[0] < most) {
                        taker.accept(document(++count[0], lines));
                    }
                });
            }
        }
    }

    private static void readMbox(Path file, Consumer<List<String>> taker) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, ISO_8859_1)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("From ")) {
                    if (!lines.isEmpty()) {
                        taker.accept(lines);
                    }
                    lines = new ArrayList<>();
                } else {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!lines.isEmpty()) {
            taker.accept(lines);
        }
    }

    private static MailDocument document(long number, List<String> lines) {
        int blank = Math.max(0, lines.indexOf(""));
        Map<String, String> header = header(lines.subList(0, blank));
        long size = lines.stream().mapToLong(line -> line.length() + 1L).sum();
        Instant sent = date(header.get("date"), number);
        return new MailDocument(
                "a-" + number,
                "a",
                number,
                sent,
                Instant.ofEpochSecond(1_700_000_000L + number),
                size,
                header.get("message-id"),
                header.getOrDefault("subject", ""),
                mailboxes(header.get("from")),
                mailboxes(header.get("to")),
                mailboxes(header.get("cc")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                String.join("\n", lines.subList(blank, lines.size())),
                false,
                Set.of());
    }

    private static Map<String, String> header(List<String> lines) {
        Map<String, String> header = new HashMap<>();
        String name = "";
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (!line.isEmpty() && Character.isWhitespace(line.charAt(0))) {
                header.merge(name, line.strip(), (a, b) -> a + " " + b);
            } else if (colon > 0) {
                name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                header.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return header;
    }

    private static Instant date(@Nullable String text, long number) {
        if (text != null) {
            String plain = text.replaceAll(" *\\(.*", "");
            try {
                return DateTimeFormatter.RFC_1123_DATE_TIME.parse(plain, Instant::from);
            } catch (DateTimeParseException e) {
                // one of the few that are not written as they should be
            }
        }
        return Instant.ofEpochSecond(1_000_000_000L + number);
    }

    private static List<Mailbox> mailboxes(@Nullable String field) {
        List<Mailbox> mailboxes = new ArrayList<>();
        for (String each : field == null ? new String[0] : field.split(",", -1)) {
            String address = each.strip();
            if (!address.isEmpty()) {
                mailboxes.add(new Mailbox(null, address));
            }
        }
        return mailboxes;
    }
}
