package org.muniment.index.lucene;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.muniment.index.Words;

/** The words of some texts, one after the other, with a gap between texts that no phrase crosses. For reuse. */
final class WordStream extends TokenStream {
    /** Positions between two texts. */
    static final int GAP = 100;

    private final TermAttributes term = new TermAttributes();
    private final Words words = new Words();
    private List<String> texts = List.of();
    private int next;
    private int increment;

    WordStream() {
        addAttributeImpl(term);
    }

    WordStream over(List<String> values) {
        texts = values;
        return this;
    }

    @Override
    public void reset() {
        next = 0;
        increment = 1;
        words.over("");
    }

    @Override
    public boolean incrementToken() {
        while (!words.next()) {
            if (next == texts.size()) {
                return false;
            }
            words.over(texts.get(next));
            increment = next == 0 ? 1 : GAP;
            next++;
        }
        term.set(words.bytes(), words.length(), increment);
        increment = 1;
        return true;
    }

    /** Lets the text go, which may be long. */
    @Override
    public void close() {
        texts = List.of();
        words.over("");
    }
}
