package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a mail shows: of alternatives the page and the plain text, of several texts all in their order. Messages
 * inside the mail and attachments are not shown. At most {@value #MOST_CHARS} characters each of page and text, and
 * {@value #MOST_BYTES} bytes of pictures, are in memory. Thread-safe.
 */
public final class BodyReader {
    static final int MOST_CHARS = 2 << 20;
    static final int MOST_BYTES = 8 << 20;

    /** No charset needs more octets for a character. */
    private static final int WIDEST = 4;

    private final Limits limits;

    public BodyReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads; whatever a stranger sent, something comes back.
     *
     * @throws IOException only if the bytes themselves cannot be read
     */
    public Body read(RawMessage raw) throws IOException {
        var collector = new Collector();
        boolean broken = false;
        try (InputStream in = raw.open()) {
            new PartWalk(limits, collector).through(in);
        } catch (RuntimeException e) {
            broken = true; // what was read so far is shown; the original is there for the rest
        }
        return collector.shown.body(collector.truncated || broken, collector.pictures);
    }

    private static final class Collector implements PartWalk.Visitor {
        private final Shown shown = new Shown();
        private final List<Body.Picture> pictures = new ArrayList<>();
        private final Defects unheeded = new Defects();
        private int roomForHtml = MOST_CHARS;
        private int roomForText = MOST_CHARS;
        private int roomForPictures = MOST_BYTES;
        private boolean truncated;

        @Override
        public boolean message(int number, PartHeader part, InputStream content) {
            return false;
        }

        @Override
        public boolean leaf(int number, PartHeader part, Place place, InputStream content) throws IOException {
            if (place.isShown(part)) {
                text(part, place, content);
            } else if (!place.nested() && part.type().startsWith("image/") && part.contentId() != null) {
                picture(part.contentId(), part.type(), content);
            }
            return false;
        }

        private void text(PartHeader part, Place place, InputStream content) throws IOException {
            int room = part.isHtml() ? roomForHtml : roomForText;
            byte[] bytes = content.readNBytes(WIDEST * room);
            truncated |= content.read() != -1;
            String charset =
                    part.charset() == null && part.isHtml() ? HtmlCharset.of(bytes, bytes.length) : part.charset();
            String text = cut(Charsets.decode(bytes, 0, bytes.length, charset, unheeded), room);
            if (part.isHtml()) {
                roomForHtml -= text.length();
            } else {
                roomForText -= text.length();
            }
            shown.add(part, place, text);
        }

        private String cut(String text, int room) {
            if (text.length() <= room) {
                return text;
            }
            truncated = true;
            boolean splits = room > 0 && Character.isHighSurrogate(text.charAt(room - 1));
            return text.substring(0, splits ? room - 1 : room);
        }

        private void picture(String contentId, String type, InputStream content) throws IOException {
            if (contentId.isEmpty()) {
                return;
            }
            byte[] bytes = content.readNBytes(roomForPictures + 1);
            if (bytes.length <= roomForPictures) {
                roomForPictures -= bytes.length;
                pictures.add(new Body.Picture(contentId, type, bytes));
            }
        }
    }
}
