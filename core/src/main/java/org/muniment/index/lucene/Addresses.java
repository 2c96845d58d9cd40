package org.muniment.index.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

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
                    read(terms.iterator(), end, address);
                }
            }
        }
    }

    private static void read(TermsEnum terms, BytesRef end, Consumer<String> address) throws IOException {
        TermsEnum.SeekStatus found = terms.seekCeil(MARK);
        BytesRef term = found == TermsEnum.SeekStatus.END ? null : terms.term();
        while (term != null && StringHelper.startsWith(term, MARK)) {
            if (StringHelper.endsWith(term, end)) {
                address.accept(new String(term.bytes, term.offset + 1, term.length - 1, StandardCharsets.UTF_8));
            }
            term = terms.next();
        }
    }
}
