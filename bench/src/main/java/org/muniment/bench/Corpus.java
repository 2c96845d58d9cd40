package org.muniment.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muniment.mailbox.Finding;
import org.muniment.mailbox.Item;
import org.muniment.mailbox.MailFiles;
import org.muniment.mailbox.Options;

/**
 * The mail that is measured with: one Maildir, because that is what all programs in the comparison read.
 *
 * @param maildir its folder; {@code cur} holds a file for each mail
 * @param messages how many
 * @param bytes of all together
 */
record Corpus(Path maildir, long messages, long bytes) {

    /** Copies every mail that lies in the folders, whatever form it has there, into a Maildir. */
    static Corpus copy(List<Path> mail, Path maildir) throws IOException {
        for (String folder : List.of("cur", "new", "tmp")) {
            Files.createDirectories(maildir.resolve(folder));
        }
        long messages = 0;
        long bytes = 0;
        try (MailFiles files = MailFiles.open(mail, Options.standard())) {
            for (Finding finding = files.next(); finding != null; finding = files.next()) {
                if (finding instanceof Item item) {
                    copy(item, maildir.resolve("cur").resolve(String.format("%010d.bench:2,S", messages++)));
                    bytes += item.size();
                }
            }
        }
        if (messages == 0) {
            throw new IOException("there is no mail in " + mail);
        }
        return new Corpus(maildir, messages, bytes);
    }

    private static void copy(Item item, Path file) throws IOException {
        try (InputStream in = item.open()) {
            Files.copy(in, file);
        }
    }
}
