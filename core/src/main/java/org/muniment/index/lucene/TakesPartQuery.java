package org.muniment.index.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Mail in which any of many addresses takes part, each perhaps only for a time of sending. One pass over the list per
 * segment, in the order of its terms; the time of a message is looked at only where a stay begins or ends inside a
 * segment. Memory: one bit per message of the segment.
 */
final class TakesPartQuery extends Query {
    private final List<Stay> stays;

    private TakesPartQuery(List<Stay> stays) {
        this.stays = stays;
    }

    static Query of(List<Stay> stays) {
        List<Stay> sorted = stays.stream().sorted().distinct().toList();
        if (sorted.isEmpty()) {
            return new MatchNoDocsQuery("nobody");
        }
        return sorted.size() == 1 && sorted.getFirst().isAlways()
                ? new TermQuery(new Term(Fields.ACCOUNT, sorted.getFirst().address()))
                : new TakesPartQuery(sorted);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                FixedBitSet found = find(Leaf.of(context));
                if (found == null) {
                    return null;
                }
                BitSetIterator documents = new BitSetIterator(found, found.approximateCardinality());
                return ConstantScoreScorerSupplier.fromIterator(
                        documents, score(), mode, context.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private @Nullable FixedBitSet find(Leaf leaf) throws IOException {
        LeafReader reader = leaf.context().reader();
        Terms terms = reader.terms(Fields.ACCOUNT);
        if (terms == null) {
            return null;
        }
        FixedBitSet found = new FixedBitSet(reader.maxDoc());
        TermsEnum addresses = terms.iterator();
        PostingsEnum postings = null;
        for (Stay stay : stays) {
            if (!leaf.sent().isOutside(stay.from(), stay.to()) && addresses.seekExact(stay.address())) {
                postings = addresses.postings(postings, PostingsEnum.NONE);
                if (leaf.sent().isWithin(stay.from(), stay.to())) {
                    found.or(postings);
                } else {
                    collect(stay, postings, DocValues.getNumeric(reader, Fields.SENT), found);
                }
            }
        }
        return found;
    }

    private static void collect(Stay stay, PostingsEnum postings, NumericDocValues sent, FixedBitSet found)
            throws IOException {
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if (!found.get(doc)
                    && sent.advanceExact(doc)
                    && stay.from() <= sent.longValue()
                    && sent.longValue() <= stay.to()) {
                found.set(doc);
            }
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(Fields.ACCOUNT)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String defaultField) {
        return Fields.ACCOUNT + ":" + stays.size();
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && other instanceof TakesPartQuery that && stays.equals(that.stays);
    }

    @Override
    public int hashCode() {
        return 31 * classHash() + stays.hashCode();
    }
}
