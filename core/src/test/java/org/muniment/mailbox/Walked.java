package org.muniment.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that a walk came upon, with the bytes of the mails. */
record Walked(List<Mail> mails, List<Unreadable> unreadable, List<Skipped> skipped) {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Mail(Item item, byte[] bytes) {
        String text() {
            return new String(bytes, ISO_8859_1);
        }
    }

    static Walked through(Path... paths) throws IOException {
        return through(Format.AUTO, paths);
    }

    static Walked through(Format format, Path... paths) throws IOException {
        return through(Options.of(format), paths);
    }

    static Walked through(Options options, Path... paths) throws IOException {
        Walked walked = new Walked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (MailFiles files = MailFiles.open(List.of(paths), options)) {
            for (@Nullable Finding finding = files.next(); finding != null; finding = files.next()) {
                walked.add(finding);
            }
        }
        return walked;
    }

    private void add(Finding finding) throws IOException {
        switch (finding) {
            case Item item -> mails.add(new Mail(item, bytes(item)));
            case Unreadable no -> unreadable.add(no);
            case Skipped over -> skipped.add(over);
        }
    }

    /** Read twice, because an item can be opened as often as needed. */
    private static byte[] bytes(Item item) throws IOException {
        byte[] first;
        try (InputStream in = item.open()) {
            first = in.readAllBytes();
        }
        try (InputStream in = item.open()) {
            if (!java.util.Arrays.equals(first, in.readAllBytes()) || first.length != item.size()) {
                throw new AssertionError("not the same bytes twice, or not as many as said: " + item.path());
            }
        }
        return first;
    }

    List<String> texts() {
        return mails.stream().map(Mail::text).toList();
    }

    List<String> positions() {
        return mails.stream().map(mail -> mail.item().position()).toList();
    }

    Item only() {
        if (mails.size() != 1) {
            throw new AssertionError("not one mail: " + this);
        }
        return Objects.requireNonNull(mails.getFirst()).item();
    }

    String reason() {
        return unreadable.getFirst().reason();
    }
}
