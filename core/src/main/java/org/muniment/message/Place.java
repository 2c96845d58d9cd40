package org.muniment.message;

/**
 * Where a part stands in its mail, and what a reader makes of it there.
 *
 * @param depth how deep it is nested; 0 for the mail itself
 * @param parent type of the multipart or message around it; empty for the mail itself
 * @param index its place in that multipart, from 0
 * @param alternatives a number for the outermost multipart/alternative around it, counted upwards; {@link #NONE} if
 *     there is none
 * @param branch which of those alternatives it belongs to, from 0
 * @param nested whether it belongs to a message inside the mail
 */
record Place(int depth, String parent, int index, int alternatives, int branch, boolean nested) {
    static final int NONE = Integer.MAX_VALUE;

    /** The mail itself. */
    static final Place ROOT = new Place(0, "", 0, NONE, 0, false);

    /** The place of a part of the multipart that stands here. */
    Place within(PartHeader multipart, int child, int number) {
        boolean chooses = alternatives == NONE && multipart.type().equals("multipart/alternative");
        return chooses
                ? new Place(depth + 1, multipart.type(), child, number, child, nested)
                : new Place(depth + 1, multipart.type(), child, alternatives, branch, nested);
    }

    /** The place of the body of the message that stands here. */
    Place inside(PartHeader message) {
        return new Place(depth + 1, message.type(), 0, NONE, 0, true);
    }

    /** A picture that a page shows in place is no attachment, and neither is a signature over the other parts. */
    boolean isAttachment(PartHeader part) {
        if (part.disposition().equals("attachment")) {
            return true;
        }
        boolean shown = parent.equals("multipart/related") && index > 0 && part.hasId();
        if (shown || part.isSignature() || part.isMultipart()) {
            return false;
        }
        return part.filename() != null || !part.isText();
    }

    /** Whether a part is text of the mail itself that a reader shows. One that could not be taken apart is text. */
    boolean isShown(PartHeader part) {
        boolean whole = depth == 0 && !part.disposition().equals("attachment"); // some name the only part they send
        return !nested && (part.isText() || part.isMultipart()) && (whole || !isAttachment(part));
    }
}
