package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

    @Test
    void oneRangeIsUnderstoodInItsThreeForms() throws Exception {
        assertThat(ByteRange.of("bytes=0-3", 10)).contains(new ByteRange(0, 4));
        assertThat(ByteRange.of("bytes=4-", 10)).contains(new ByteRange(4, 6));
        assertThat(ByteRange.of("bytes=-3", 10)).contains(new ByteRange(7, 3));
        assertThat(ByteRange.of("bytes=8-99", 10)).contains(new ByteRange(8, 2));
        assertThat(ByteRange.of("bytes=-99", 10)).contains(new ByteRange(0, 10));
        assertThat(new ByteRange(8, 2).of(10)).isEqualTo("bytes 8-9/10");
    }

    @Test
    void whatIsNoSingleRangeIsIgnored() throws Exception {
        for (String other : List.of("bytes=0-1,3-4", "lines=0-1", "bytes=-", "bytes=5-2", "bytes=a-b", "")) {
            assertThat(ByteRange.of(other, 10)).as(other).isEmpty();
        }
        assertThat(ByteRange.of(null, 10)).isEmpty();
    }

    @Test
    void whatLiesBehindTheEndCannotBeSatisfied() {
        for (String beyond : List.of("bytes=10-", "bytes=10-12", "bytes=-0")) {
            assertThatThrownBy(() -> ByteRange.of(beyond, 10))
                    .as(beyond)
                    .isInstanceOf(ByteRange.NotSatisfiableException.class);
        }
        assertThatThrownBy(() -> ByteRange.of("bytes=0-", 0)).isInstanceOf(ByteRange.NotSatisfiableException.class);
    }
}
