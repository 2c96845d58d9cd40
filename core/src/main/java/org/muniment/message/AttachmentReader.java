package org.muniment.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes single attachments out of a mail, by the numbers that {@link Message#attachments} gives them. Whatever the size
 * of the mail, only buffers are in memory. Thread-safe.
 */
public final class AttachmentReader {
    private final Limits limits;

    public AttachmentReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * What {@link MessageReader} says of the attachment of this number; empty if there is none. Reads the mail up to
     * its end.
     *
     * @throws IOException if the bytes themselves cannot be read
     */
    public Optional<Attachment> find(RawMessage raw, int number) throws IOException {
        try (InputStream in = raw.open()) {
            var found = new Found(number);
            found.walk(in, limits);
            InputStream content = found.content;
            return content == null ? Optional.empty() : Optional.of(found.attachment(content, limits));
        }
    }

    /**
     * Opens the decoded bytes of an attachment that {@link #find} has found. Closing the stream closes the mail's.
     *
     * @throws IOException if there is none of this number, or the bytes themselves cannot be read
     */
    public InputStream open(RawMessage raw, int number) throws IOException {
        InputStream in = raw.open();
        try {
            var found = new Found(number);
            found.walk(in, limits);
            if (found.content == null) {
                throw new IOException("There is no attachment " + number + ".");
            }
            return new Closing(found.content, in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Ends the walk at one number. */
    private static final class Found implements PartWalk.Visitor {
        private final int wanted;
        private PartHeader part = PartHeader.PLAIN_TEXT;
        private boolean message;
        private @Nullable InputStream content;

        Found(int wanted) {
            this.wanted = wanted;
        }

        void walk(InputStream in, Limits limits) throws IOException {
            try {
                new PartWalk(limits, this).through(in);
            } catch (RuntimeException e) {
                throw new IOException("The mail cannot be taken apart: " + e, e);
            }
        }

        @Override
        public boolean leaf(int number, PartHeader header, Place place, InputStream decoded) {
            return take(number, header, decoded);
        }

        @Override
        public boolean message(int number, PartHeader header, InputStream decoded) {
            message = number == wanted;
            return take(number, header, decoded);
        }

        private boolean take(int number, PartHeader header, InputStream decoded) {
            if (number != wanted || number == 0) {
                return false;
            }
            part = header;
            content = decoded;
            return true;
        }

        /** Reads the content, to know how long it is and, of a message without a file name, its subject. */
        Attachment attachment(InputStream decoded, Limits limits) throws IOException {
            var counted = new CountingStream(decoded);
            String name = part.filename();
            if (message) {
                var buffer = new PartBuffer(counted, limits.headerBytes());
                HeaderSection header = HeaderSection.read(buffer, limits);
                if (name == null) {
                    var defects = new Defects();
                    name = MessageFields.subject(header, PartHeader.of(header, PartHeader.PLAIN, defects), defects);
                }
                name = name.isEmpty() ? null : name;
            }
            counted.transferTo(OutputStream.nullOutputStream());
            return Attachment.of(wanted, name, part, counted.count());
        }
    }

    /** A stream that closes another one with itself. */
    private static final class Closing extends FilterInputStream {
        private final InputStream below;

        Closing(InputStream in, InputStream below) {
            super(in);
            this.below = below;
        }

        @Override
        public void close() throws IOException {
            below.close();
        }
    }
}
