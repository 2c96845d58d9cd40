package org.muniment.index.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Reads the addresses that {@link MailboxStream} made terms of. */
final class Addresses {
    private static final BytesRef MARK = new BytesRef("=");

    private Addresses() {}

    /** Names every address of a domain once per segment and field. */
    static void read(View view, String domain, Consumer<String> address) throws IOException {
        BytesRef end = new BytesRef("@" + domain);
        for (Leaf leaf : view.leaves()) {
            for (String field : new String[] {Fields.FROM, Fields.TO}) {
                Terms terms = leaf.context().reader().terms(field);
                if (terms != null) {
                    read(terms.iterator(), end, _ -> true, address);
                }
            }
        }
    }

    /** Names those that take part in mail archived since then. */
    static void read(View view, String domain, long since, Consumer<String> address) throws IOException {
        BytesRef end = new BytesRef("@" + domain);
        for (Leaf leaf : view.leaves()) {
            if (leaf.archived().most() < since) {
                continue;
            }
            FixedBitSet recent = archivedSince(leaf, since);
            for (String field : new String[] {Fields.FROM, Fields.TO}) {
                Terms terms = leaf.context().reader().terms(field);
                if (terms != null) {
                    read(terms.iterator(), end, new In(recent), address);
                }
            }
        }
    }

    private static FixedBitSet archivedSince(Leaf leaf, long since) throws IOException {
        var recent = new FixedBitSet(leaf.context().reader().maxDoc());
        NumericDocValues archived = DocValues.getNumeric(leaf.context().reader(), Fields.ARCHIVED);
        while (archived.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (archived.longValue() >= since) {
                recent.set(archived.docID());
            }
        }
        return recent;
    }

    /** Whether an address stands in some mail. */
    private interface Condition {
        boolean holds(TermsEnum address) throws IOException;
    }

    private static final class In implements Condition {
        private final FixedBitSet mails;
        private @Nullable PostingsEnum places;

        In(FixedBitSet mails) {
            this.mails = mails;
        }

        @Override
        public boolean holds(TermsEnum address) throws IOException {
            PostingsEnum now = address.postings(places, PostingsEnum.NONE);
            places = now;
            int mail = now.nextDoc();
            while (mail != DocIdSetIterator.NO_MORE_DOCS && !mails.get(mail)) {
                int next = mails.nextSetBit(mail);
                mail = next == DocIdSetIterator.NO_MORE_DOCS ? next : now.advance(next);
            }
            return mail != DocIdSetIterator.NO_MORE_DOCS;
        }
    }

    private static void read(TermsEnum terms, BytesRef end, Condition condition, Consumer<String> address)
            throws IOException {
        TermsEnum.SeekStatus found = terms.seekCeil(MARK);
        BytesRef term = found == TermsEnum.SeekStatus.END ? null : terms.term();
        while (term != null && StringHelper.startsWith(term, MARK)) {
            if (StringHelper.endsWith(term, end) && condition.holds(terms)) {
                address.accept(new String(term.bytes, term.offset + 1, term.length - 1, StandardCharsets.UTF_8));
            }
            term = terms.next();
        }
    }
}
