package org.muniment.protocols.smtp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/** A listener in a process of its own: prints its port, answers each mail with size and digest, ends with its input. */
final class SmallHeapMain {
    private SmallHeapMain() {}

    public static void main(String[] arguments) throws IOException {
        Digesting receiver = new Digesting(new FileSpool(Path.of(arguments[0])));
        try (SmtpListener listener = SmtpListener.open(
                new TestSettings().connections(210).connectionsPerClient(210).build(), receiver)) {
            System.out.println(listener.port());
            int end = System.in.read();
            assert end < 0;
        }
    }

    private record Digesting(Spool spool) implements MailReceiver {

        @Override
        public Receipt receive(Envelope envelope, RawMessage message) {
            return new Receipt.NotKept(message.size() + " " + HexFormat.of().formatHex(message.sha256()));
        }
    }
}
