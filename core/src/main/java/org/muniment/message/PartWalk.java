package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.io.MimeBoundaryInputStream;

/**
 * Walks through the parts of a mail in the order in which {@link MessageReader} lists them, with the same limits and
 * the same numbers of attachments, and stops where its visitor says. Content is read only as the visitor reads it, so a
 * part of any size passes through a buffer per level. For one mail and one thread.
 */
final class PartWalk {
    private final Limits limits;
    private final Visitor visitor;
    private final Defects unheeded = new Defects();
    private final byte[] chunk = new byte[8 * 1024];
    private int parts;
    private int multiparts;
    private int attachments;

    PartWalk(Limits limits, Visitor visitor) {
        this.limits = limits;
        this.visitor = visitor;
    }

    /** Is shown the parts. True ends the walk, and the stream stays the visitor's; what it leaves is passed over. */
    interface Visitor {

        /**
         * Sees a part that is not taken apart any further.
         *
         * @param number its number among the attachments, 0 if it is none
         */
        boolean leaf(int number, PartHeader part, Place place, InputStream content) throws IOException;

        /** Sees a message inside the mail, whole; one that does not end the walk must not read it. */
        boolean message(int number, PartHeader part, InputStream content) throws IOException;
    }

    /** Walks, and says whether the visitor ended it. */
    boolean through(InputStream in) throws IOException {
        return entity(in, PartHeader.PLAIN, Place.ROOT);
    }

    private boolean entity(InputStream in, String defaultType, Place place) throws IOException {
        var buffer = new PartBuffer(in, limits.headerBytes());
        HeaderSection header = HeaderSection.read(buffer, limits);
        return body(buffer, PartHeader.of(header, defaultType, unheeded), place);
    }

    private boolean body(PartBuffer in, PartHeader part, Place place) throws IOException {
        parts++;
        boolean mayDescend = place.depth() < limits.depth();
        if (part.isMultipart() && part.boundary() != null && mayDescend) {
            return multipart(in, part, part.boundary(), place);
        }
        return (mayDescend && part.isMessage()) ? nested(in, part, place) : leaf(in, part, place);
    }

    private boolean multipart(PartBuffer in, PartHeader part, String boundary, Place place) throws IOException {
        int number = ++multiparts;
        var stream = new MimeBoundaryInputStream(in, boundary);
        drain(stream);
        String defaultType = part.type().equals("multipart/digest") ? PartHeader.MESSAGE : PartHeader.PLAIN;
        for (int child = 0; !stream.isLastPart() && !in.atEnd() && parts < limits.parts(); child++) {
            stream = new MimeBoundaryInputStream(in, boundary);
            if (entity(stream, defaultType, place.within(part, child, number))) {
                return true;
            }
            drain(stream);
        }
        drain(in);
        return false;
    }

    private boolean nested(PartBuffer in, PartHeader part, Place place) throws IOException {
        InputStream content = part.decoded(in);
        return visitor.message(++attachments, part, content) || entity(content, PartHeader.PLAIN, place.inside(part));
    }

    private boolean leaf(PartBuffer in, PartHeader part, Place place) throws IOException {
        int number = place.isAttachment(part) ? ++attachments : 0;
        return visitor.leaf(number, part, place, part.decoded(in));
    }

    private void drain(InputStream in) throws IOException {
        while (in.read(chunk) != -1) {
            // The next delimiter must be reached.
        }
    }
}
