package org.muniment.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.muniment.protocols.Vigil.Verdict;

final class VigilTest {
    private static final long GRACE = 10;

    private final Vigil vigil = new Vigil();

    @Test
    void whatWeDoOurselvesHasNoLimit() {
        assertThat(judge(Long.MAX_VALUE - 1, true)).isEqualTo(Verdict.KEEP);
    }

    @Test
    void clientThatWaitsTooLongIsToldOnceAndThenCut() throws DismissedException {
        vigil.await(false, 100);
        assertThat(judge(99, false)).isEqualTo(Verdict.KEEP);
        assertThat(judge(100, false)).isEqualTo(Verdict.TIME_OUT);
        assertThat(judge(109, false)).isEqualTo(Verdict.KEEP);
        assertThat(judge(110, false)).isEqualTo(Verdict.CUT);
        assertThatThrownBy(() -> vigil.resume(false)).isInstanceOf(DismissedException.class);
    }

    @Test
    void clientThatCameInTimeIsNotBlamedForWhatWeDoNext() throws DismissedException {
        vigil.await(false, 100);
        vigil.resume(false);
        assertThat(judge(1_000, false)).isEqualTo(Verdict.KEEP);
        assertThat(vigil.dismissed()).isFalse();
    }

    @Test
    void clientAtRestIsSentHomeWhenTheListenerStops() throws DismissedException {
        vigil.await(true, 100);
        assertThat(judge(1, true)).isEqualTo(Verdict.SEND_HOME);
        assertThat(judge(2, true)).isEqualTo(Verdict.KEEP);
        assertThat(judge(11, true)).isEqualTo(Verdict.CUT);
    }

    @Test
    void clientInTheMiddleOfAMailIsNotSentHome() throws DismissedException {
        vigil.await(false, 100);
        assertThat(judge(1, true)).isEqualTo(Verdict.KEEP);
    }

    @Test
    void peerThatDoesNotReadIsCutWithoutAWord() {
        vigil.hurry(100);
        assertThat(judge(99, false)).isEqualTo(Verdict.KEEP);
        assertThat(judge(100, false)).isEqualTo(Verdict.CUT);
    }

    @Test
    void clockMayPassItsGreatestNumber() throws DismissedException {
        vigil.await(false, Long.MIN_VALUE + 5);
        assertThat(judge(Long.MAX_VALUE - 5, false)).isEqualTo(Verdict.KEEP);
        assertThat(judge(Long.MIN_VALUE + 5, false)).isEqualTo(Verdict.TIME_OUT);
    }

    private Verdict judge(long now, boolean stopping) {
        return vigil.judge(now, GRACE, stopping);
    }
}
