package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one message. */
@Command(name = "show", description = "Shows a message; every look is an entry of the archive log.")
final class ShowCommand implements Action {
    private static final int COLUMN = 12;

    @Parameters(paramLabel = "ID", description = "Of the message: msg_…")
    private String id = "";

    @Mixin
    private Purpose purpose = new Purpose();

    @ArgGroup
    private @Nullable Form form;

    /** At most one of these. */
    static final class Form {
        @Option(names = "--raw", description = "The original, byte for byte.")
        private boolean raw;

        @Option(names = "--headers", description = "Its header section.")
        private boolean headers;

        @Option(names = "--text", description = "Its text.")
        private boolean text;

        @Option(names = "--json", description = "What is known of it, as JSON.")
        private boolean json;
    }

    @Override
    public int run(Cli cli) throws IOException {
        Form wanted = form == null ? new Form() : form;
        String path = "/messages/" + Server.encoded(id);
        Terminal terminal = cli.terminal();
        try (Server server = purpose.to(cli.asPerson())) {
            if (wanted.raw) {
                raw(server.get(path + "/raw"), terminal);
            } else if (wanted.headers || wanted.text) {
                byte[] text =
                        server.get(path + (wanted.text ? "/text" : "/headers")).bytes();
                terminal.out().println(shown(text, terminal).stripTrailing());
            } else if (wanted.json) {
                server.get(path).copyTo(terminal.out());
                terminal.out().println();
            } else {
                print(
                        server.get(path).json(),
                        new Lines(terminal.out(), COLUMN),
                        terminal.clock().getZone());
            }
            return ExitCode.OK;
        }
    }

    /** A terminal would obey what stands in a mail; a file or a pipe gets every byte. */
    private static void raw(HttpAnswer answer, Terminal terminal) throws IOException {
        if (!terminal.outIsTerminal()) {
            answer.copyTo(terminal.out());
            return;
        }
        terminal.out().print(Plain.text(new String(answer.bytes(), UTF_8)));
        terminal.say("(Control characters are replaced on a terminal. For every byte: show " + "ID --raw > FILE)");
    }

    private static String shown(byte[] text, Terminal terminal) {
        String decoded = new String(text, UTF_8);
        return terminal.outIsTerminal() ? Plain.text(decoded) : decoded;
    }

    private static void print(Json message, Lines out, ZoneId zone) {
        out.lineIfAny("Id", message.get("id").text());
        for (String field : new String[] {"Subject", "From", "Sender", "Reply-To", "To", "Cc", "Bcc"}) {
            Json value = message.get(field.toLowerCase(Locale.ROOT).replace('-', '_'));
            out.lineIfAny(field, Addresses.all(value));
        }
        out.lineIfAny("Message-ID", message.get("message_id").text());
        out.lineIfAny("Date", message.get("date").text());
        out.lineIfAny("Sent", time(message.get("sent"), zone));
        out.lineIfAny("Archived", time(message.get("archived"), zone));
        out.lineIfAny("Kept until", message.get("kept_until").text());
        out.lineIfAny("Size", Texts.count(message.get("size").number(), "byte"));
        out.lineIfAny("SHA-256", message.get("sha256").text());
        for (Json attachment : message.get("attachments").list()) {
            out.lineIfAny("Attachment", attachment(attachment));
        }
        for (Json defect : message.get("defects").list()) {
            out.lineIfAny(
                    "Defect",
                    defect.get("kind").text() + " " + defect.get("detail").text());
        }
        for (Json sighting : message.get("sightings").list()) {
            out.lineIfAny("Sighting", sighting(sighting, zone));
        }
    }

    private static String attachment(Json attachment) {
        String name = attachment.get("filename").text();
        return (name.isEmpty() ? "(no name)" : name) + ", "
                + attachment.get("content_type").text() + ", "
                + Texts.bytes(attachment.get("size").number());
    }

    private static String sighting(Json sighting, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        text.append(sighting.get("source").text()).append(", ").append(time(sighting.get("received"), zone));
        String path = sighting.get("path").text();
        if (!path.isEmpty()) {
            text.append(", ").append(path);
        }
        Json recipients = sighting.get("envelope").get("recipients");
        if (!recipients.list().isEmpty()) {
            text.append(", for ").append(Addresses.all(recipients));
        }
        return text.append(", ").append(sighting.get("id").text()).toString();
    }

    private static String time(Json instant, ZoneId zone) {
        return instant.present() ? Texts.time(instant.text(), zone) : "";
    }
}
