package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ROOT = "sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=";
    private static final NoteSigner LOG = new NoteSigner("muniment/s1/w1", SigningKey.fromSeed(SignedNoteTest.seed(1)));

    @Test
    void textIsOriginSizeAndRoot() throws EvidenceException {
        String text = "muniment/s1/w1\n109482\n" + ROOT + "\n";
        Checkpoint checkpoint = Checkpoint.parse(text);
        assertThat(checkpoint.origin()).isEqualTo("muniment/s1/w1");
        assertThat(checkpoint.size()).isEqualTo(109_482);
        assertThat(checkpoint.root()).isEqualTo(StrictBase64.decode(ROOT, "root"));
        assertThat(checkpoint.text()).isEqualTo(text);
        assertThat(checkpoint).isEqualTo(new Checkpoint("muniment/s1/w1", 109_482, checkpoint.root()));
    }

    @Test
    void extensionLinesAreKept() throws EvidenceException {
        String text = "muniment/s1/w1\n0\n" + ROOT + "\nsomething later\nand more\n";
        assertThat(Checkpoint.parse(text).extensions()).containsExactly("something later", "and more");
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n1\n",
                "log\n1\n" + ROOT,
                "log\n01\n" + ROOT + "\n",
                "log\n+1\n" + ROOT + "\n",
                "log\n-1\n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n1\n" + ROOT + "\n\n",
                "log\n1\n" + ROOT + "\n\nextension\n",
                "\n1\n" + ROOT + "\n",
                "log name\n1\n" + ROOT + "\n",
                "log\n1\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08\n",
                "log\n1\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi09=\n",
                "log\n1\nsFodVw==\n",
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(EvidenceException.class);
    }

    @Test
    void checkpointOfAnotherLogIsRefusedThoughTheKeySignedIt() {
        SignedNote note = new Checkpoint("muniment/s1/w2", 0, new byte[32]).sign(LOG);
        assertThatThrownBy(() -> Checkpoint.verified(note, LOG.verifier()))
                .isInstanceOf(EvidenceException.class)
                .hasMessage("the checkpoint is of muniment/s1/w2, not of muniment/s1/w1");
    }
}
