package org.muniment.index.lucene;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/**
 * Lucene's format with rows packed in small blocks: a page of results unpacks fifty of them, each for one row. Named in
 * the files and found by its name through {@code META-INF/services}.
 */
public final class SmallRowsCodec extends FilterCodec {
    private static final String NAME = "MunimentSmallRows";
    private static final int BLOCK_BYTES = 4 << 10;
    private static final int MOST_ROWS = 128;
    private static final int INDEX_BLOCK_SHIFT = 10;

    private final StoredFieldsFormat rows = new Lucene90CompressingStoredFieldsFormat(
            NAME, CompressionMode.FAST, BLOCK_BYTES, MOST_ROWS, INDEX_BLOCK_SHIFT);

    /** For Lucene, which makes it by its name. */
    public SmallRowsCodec() {
        super(NAME, new Lucene104Codec());
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return rows;
    }
}
