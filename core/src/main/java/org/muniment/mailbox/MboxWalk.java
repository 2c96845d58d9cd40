package org.muniment.mailbox;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Goes through the mails of an mbox. */
final class MboxWalk implements Walk {
    private final Bytes bytes;
    private final Place place;
    private final Sha256 sha256;
    private final Escapes escapes;
    private final Stretches stretches;

    MboxWalk(Bytes bytes, Place place, Format format, Sha256 sha256) throws IOException {
        this.bytes = bytes;
        this.place = place;
        this.sha256 = sha256;
        MboxStyle style = MboxStyle.of(bytes, format);
        this.escapes = style.escapes();
        this.stretches = new Stretches(bytes, style.lengths());
    }

    @Override
    public @Nullable Step next() throws IOException {
        Stretch mail = stretches.next();
        if (mail == null) {
            return null;
        }
        String position = place.ofMail(mail.separator());
        if (mail.start() == mail.end()) {
            return new Step.Found(
                    new Unreadable(place.path(), position, "is empty: a separator of an mbox with nothing behind it"));
        }
        return new Step.Found(item(mail, position));
    }

    private Item item(Stretch mail, String position) throws IOException {
        long start = mail.start();
        long end = mail.end();
        long escaped = mail.escaped(escapes);
        if (escaped == 0) {
            return new Item(
                    place.container(),
                    position,
                    place.path(),
                    null,
                    end - start,
                    () -> new RangeStream(bytes, start, end));
        }
        return new Item(
                place.container(),
                position,
                place.path(),
                sha256.hex(bytes, start, end),
                end - start - escaped,
                () -> new UnescapedStream(bytes, start, end, escapes));
    }

    @Override
    public String path() {
        return place.path();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
