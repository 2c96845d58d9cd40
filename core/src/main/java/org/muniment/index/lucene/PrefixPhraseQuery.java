package org.muniment.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/**
 * Words in a row, of which the last is only the beginning of one. Exact however many words begin so: they are looked
 * up in portions, which bounds the memory to a portion and one bit per message.
 */
final class PrefixPhraseQuery extends Query {
    private static final int PORTION = 256;

    private final String field;
    private final List<BytesRef> words;
    private final BytesRef prefix;

    PrefixPhraseQuery(String field, List<BytesRef> words, BytesRef prefix) {
        this.field = field;
        this.words = List.copyOf(words);
        this.prefix = prefix;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                FixedBitSet found = find(leaf.reader());
                BitSetIterator documents = new BitSetIterator(found, found.cardinality());
                return ConstantScoreScorerSupplier.fromIterator(
                        documents, score(), mode, leaf.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private FixedBitSet find(LeafReader reader) throws IOException {
        FixedBitSet found = new FixedBitSet(reader.maxDoc());
        Terms terms = reader.terms(field);
        if (terms == null) {
            return found;
        }
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        List<Term> portion = new ArrayList<>();
        TermsEnum all = terms.iterator();
        TermsEnum.SeekStatus status = all.seekCeil(prefix);
        BytesRef term = status == TermsEnum.SeekStatus.END ? null : all.term();
        while (term != null && StringHelper.startsWith(term, prefix)) {
            portion.add(new Term(field, BytesRef.deepCopyOf(term)));
            if (portion.size() == PORTION) {
                find(searcher, portion, found);
                portion.clear();
            }
            term = all.next();
        }
        if (!portion.isEmpty()) {
            find(searcher, portion, found);
        }
        return found;
    }

    private void find(IndexSearcher searcher, List<Term> endings, FixedBitSet found) throws IOException {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        words.forEach(word -> phrase.add(new Term(field, word)));
        phrase.add(endings.toArray(Term[]::new));
        Weight weight = searcher.createWeight(searcher.rewrite(phrase.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
        Scorer scorer = weight.scorer(searcher.getLeafContexts().getFirst());
        if (scorer != null) {
            found.or(scorer.iterator());
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String defaultField) {
        return field + ":\"" + words + " " + prefix + "*\"";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other)
                && other instanceof PrefixPhraseQuery that
                && field.equals(that.field)
                && words.equals(that.words)
                && prefix.equals(that.prefix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {classHash(), field, words, Objects.hashCode(prefix)});
    }
}
