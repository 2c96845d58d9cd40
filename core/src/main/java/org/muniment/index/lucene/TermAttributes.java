package org.muniment.index.lucene;

import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.AttributeImpl;
import org.apache.lucene.util.AttributeReflector;
import org.apache.lucene.util.BytesRef;

/**
 * What Lucene asks of a token, in one object: the term as UTF-8, which spares the way over characters, and its distance
 * from the token before. Offsets are not kept.
 */
final class TermAttributes extends AttributeImpl
        implements TermToBytesRefAttribute, PositionIncrementAttribute, OffsetAttribute, TermFrequencyAttribute {
    private final BytesRef term = new BytesRef();
    private int positionIncrement = 1;

    void set(byte[] bytes, int length, int increment) {
        term.bytes = bytes;
        term.length = length;
        positionIncrement = increment;
    }

    @Override
    public BytesRef getBytesRef() {
        return term;
    }

    @Override
    public void setPositionIncrement(int increment) {
        positionIncrement = increment;
    }

    @Override
    public int getPositionIncrement() {
        return positionIncrement;
    }

    @Override
    public int startOffset() {
        return 0;
    }

    @Override
    public int endOffset() {
        return 0;
    }

    @Override
    public void setOffset(int start, int end) {
        throw new UnsupportedOperationException("offsets are not kept");
    }

    @Override
    public void setTermFrequency(int frequency) {
        throw new UnsupportedOperationException("frequencies are counted");
    }

    @Override
    public int getTermFrequency() {
        return 1;
    }

    @Override
    public void clear() {
        set(BytesRef.EMPTY_BYTES, 0, 1);
    }

    @Override
    public void end() {
        set(BytesRef.EMPTY_BYTES, 0, 0);
    }

    @Override
    public void copyTo(AttributeImpl target) {
        ((TermAttributes) target).set(term.bytes, term.length, positionIncrement);
    }

    @Override
    public void reflectWith(AttributeReflector reflector) {
        reflector.reflect(TermToBytesRefAttribute.class, "bytes", BytesRef.deepCopyOf(term));
        reflector.reflect(PositionIncrementAttribute.class, "positionIncrement", positionIncrement);
    }
}
