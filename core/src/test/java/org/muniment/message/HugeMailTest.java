package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads mails of 200 MB in a Java of its own that has a fraction of that memory. */
@Timeout(120)
final class HugeMailTest {
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "attachment", List.of("text=10", "attachment=" + HugeMail.attachmentSize()),
            "text", List.of("defect=LIMIT_REACHED"),
            "html", List.of("defect=LIMIT_REACHED"),
            "header", List.of("text=4", "defect=LIMIT_REACHED"),
            "fields", List.of("text=4", "defect=LIMIT_REACHED"),
            "parts", List.of("defect=LIMIT_REACHED"));

    @ParameterizedTest(name = "made of one huge {0}")
    @ValueSource(strings = {"attachment", "text", "html", "header", "fields", "parts"})
    void twoHundredMegabytesAreReadInAHeapOf72(String kind) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx72m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HugeMail.class.getName(),
                        kind)
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        assertThat(output.lines()).as(output).containsAll(EXPECTED.getOrDefault(kind, List.of()));
    }
}
