package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document and the code cannot part: every block of the worked example is what the code makes. */
class FormatDocumentTest {
    private final Example example = new Example();

    @Test
    void workedExampleIsWhatTheCodeMakes() throws IOException {
        assertThat(document())
                .contains(block(example.vectors()))
                .contains(block(example.newer().toString()))
                .contains(block(example.older().toString()))
                .contains(block(example.inclusionProof()))
                .contains(block(example.consistencyProof()));
    }

    private static String block(String text) {
        return "```text\n" + text + "```\n";
    }

    /** Tests run in the folder of their module. */
    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "formats", "evidence.md"));
    }
}
