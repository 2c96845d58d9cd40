package org.muniment.mailbox;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How an mbox was written, told from the file as a whole.
 *
 * <ul>
 *   <li>mboxcl2 or mboxcl: the first mail and more than half of all have a Content-Length that leads exactly to the
 *       next separator or the end. It is mboxcl if {@code >From } occurs and no mail has a bare {@code From } line.
 *   <li>mboxrd: {@code >>From } occurs and no mail has a bare {@code From } line, which mboxrd would have escaped.
 *   <li>mboxo: everything else.
 * </ul>
 *
 * @param escapes which lines lose a {@code >}
 * @param lengths whether the Content-Length of a mail is believed where it leads to a separator
 */
record MboxStyle(Escapes escapes, boolean lengths) {

    static MboxStyle of(Bytes bytes, Format format) throws IOException {
        return switch (format) {
            case MBOXO -> new MboxStyle(Escapes.ONE, false);
            case MBOXRD -> new MboxStyle(Escapes.ANY, false);
            default -> told(bytes);
        };
    }

    private static MboxStyle told(Bytes bytes) throws IOException {
        Stretch first = new Stretches(bytes, true).next();
        if (first != null && first.measured()) {
            Survey survey = Survey.of(new Stretches(bytes, true));
            if (survey.measured * 2 > survey.mails) {
                boolean escaped = survey.bare == 0 && survey.single > 0;
                return new MboxStyle(escaped ? Escapes.ONE : Escapes.NONE, true);
            }
        }
        Survey survey = Survey.of(new Stretches(bytes, false));
        boolean any = survey.deep > 0 && survey.bare == 0;
        return new MboxStyle(any ? Escapes.ANY : Escapes.ONE, false);
    }

    /** What the mails of the file show together. */
    private record Survey(long mails, long measured, long bare, long single, long deep) {

        static Survey of(Stretches stretches) throws IOException {
            Survey survey = new Survey(0, 0, 0, 0, 0);
            for (@Nullable Stretch mail = stretches.next(); mail != null; mail = stretches.next()) {
                survey = survey.and(mail);
            }
            return survey;
        }

        private Survey and(Stretch mail) {
            return new Survey(
                    mails + 1,
                    measured + (mail.measured() ? 1 : 0),
                    bare + mail.bare(),
                    single + mail.single(),
                    deep + mail.deep());
        }
    }
}
