package org.muniment.protocols.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conversations with a real listener on a real socket; what they are about stands in their files. */
final class TranscriptTest {

    static List<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).hasSizeGreaterThan(10);
            return names;
        }
    }

    private static Path folder() throws URISyntaxException {
        URL folder = TranscriptTest.class.getResource("/smtp");
        if (folder == null) {
            throw new AssertionError("the transcripts are missing");
        }
        return Path.of(folder.toURI());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void conversationGoesAsWritten(String name) throws Exception {
        new Transcript(Files.readAllLines(folder().resolve(name))).play();
    }
}
