package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the beginnings of the attachments of a mail in one pass, to tell what they are. Whatever the size of the mail,
 * only these and buffers are in memory. Thread-safe.
 *
 * @param bytes of each attachment, at most
 * @param most attachments that are looked at
 */
public record AttachmentHeads(Limits limits, int bytes, int most) {

    /**
     * The beginnings, decoded, in the order of {@link Message#attachments}; empty for a message inside the mail.
     *
     * @throws IOException if the bytes themselves cannot be read
     */
    public List<byte[]> of(RawMessage raw) throws IOException {
        List<byte[]> heads = new ArrayList<>();
        try (InputStream in = raw.open()) {
            new PartWalk(limits, new Collecting(heads)).through(in);
        } catch (RuntimeException e) {
            return heads; // what cannot be taken apart any further is recorded as a defect where the mail is read
        }
        return heads;
    }

    private final class Collecting implements PartWalk.Visitor {
        private final List<byte[]> heads;

        Collecting(List<byte[]> heads) {
            this.heads = heads;
        }

        @Override
        public boolean leaf(int number, PartHeader part, Place place, InputStream content) throws IOException {
            if (number > 0) {
                heads.add(content.readNBytes(bytes));
            }
            return heads.size() >= most;
        }

        @Override
        public boolean message(int number, PartHeader part, InputStream content) {
            heads.add(new byte[0]); // its parts come next and must not be read before
            return heads.size() >= most;
        }
    }
}
