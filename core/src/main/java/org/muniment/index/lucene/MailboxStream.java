package org.muniment.index.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.muniment.index.MailDocument.Mailbox;
import org.muniment.index.Words;

/**
 * The terms of mailboxes. Each gives the words of its name and address in a row, so that {@code Zhang Wei <zw@x.cn>} is
 * a phrase, then two terms to compare whole: {@code =zw@x.cn} and {@code @x.cn}. Words never begin with these marks. No
 * phrase crosses from one mailbox to the next. For reuse.
 */
final class MailboxStream extends TokenStream {
    private final TermAttributes term = new TermAttributes();
    private final Words words = new Words();
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private Step step = Step.NAME;
    private int current;
    private int increment;

    private enum Step {
        NAME,
        ADDRESS,
        WHOLE,
        DOMAIN;

        Step next() {
            return switch (this) {
                case NAME -> ADDRESS;
                case ADDRESS -> WHOLE;
                case WHOLE -> DOMAIN;
                case DOMAIN -> NAME;
            };
        }
    }

    MailboxStream() {
        addAttributeImpl(term);
    }

    /** Begins a new document. */
    MailboxStream clear() {
        mailboxes.clear();
        addresses.clear();
        return this;
    }

    /** Takes the mailboxes of a field. */
    MailboxStream add(List<Mailbox> more) {
        for (Mailbox mailbox : more) {
            mailboxes.add(mailbox);
            addresses.add(mailbox.address());
        }
        return this;
    }

    /** Takes addresses of the envelope, as far as no mailbox has them. */
    MailboxStream addMissing(List<String> more) {
        for (String address : more) {
            if (addresses.add(address)) {
                mailboxes.add(new Mailbox(null, address));
            }
        }
        return this;
    }

    boolean isEmpty() {
        return mailboxes.isEmpty();
    }

    @Override
    public void reset() {
        current = -1;
        step = Step.DOMAIN;
        words.over("");
    }

    @Override
    public boolean incrementToken() {
        while (!words.next()) {
            if (step == Step.DOMAIN && ++current == mailboxes.size()) {
                return false;
            }
            if (enter(step.next(), mailboxes.get(current))) {
                return true;
            }
        }
        term.set(words.bytes(), words.length(), increment);
        increment = 1;
        return true;
    }

    /** Goes on with the next part of a mailbox; true if that is a term by itself. */
    private boolean enter(Step next, Mailbox mailbox) {
        step = next;
        return switch (next) {
            case NAME -> {
                increment = current == 0 ? 1 : WordStream.GAP;
                String name = mailbox.name();
                words.over(name == null ? "" : name);
                yield false;
            }
            case ADDRESS -> {
                words.over(mailbox.address());
                yield false;
            }
            case WHOLE -> whole("=" + mailbox.address());
            case DOMAIN -> {
                int at = mailbox.address().lastIndexOf('@');
                yield at >= 0 && whole(mailbox.address().substring(at));
            }
        };
    }

    private boolean whole(String text) {
        byte[] bytes = Words.folded(Fields.cut(text)).getBytes(UTF_8);
        term.set(bytes, bytes.length, increment);
        increment = 1;
        return true;
    }
}
