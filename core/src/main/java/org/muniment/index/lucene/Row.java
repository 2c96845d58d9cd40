package org.muniment.index.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.muniment.index.Words;
import org.muniment.index.query.Query.Text;

/**
 * Words that a text looks for directly one after the other.
 *
 * @param prefix whether the last one is only the beginning of a word
 */
record Row(List<BytesRef> words, boolean prefix) {

    /**
     * The words of the value. The last character of an unspaced script stands alone in the index only where a run ends:
     * with a pair before it, the pair has it already; alone, every word that begins with it has it.
     */
    static Row of(Text text) {
        List<BytesRef> row = new ArrayList<>();
        Words words = new Words().over(text.value());
        boolean single = false;
        boolean pair = false;
        boolean afterPair = false;
        while (words.next()) {
            row.add(new BytesRef(words.toBytes()));
            afterPair = pair;
            pair = words.isIdeograph() && words.characters() == 2;
            single = words.isIdeograph() && !pair;
        }
        return single && afterPair
                ? new Row(row.subList(0, row.size() - 1), false)
                : new Row(row, single || text.prefix());
    }
}
