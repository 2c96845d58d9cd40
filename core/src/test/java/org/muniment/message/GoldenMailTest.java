package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads the mails of {@code src/test/resources/mail} and compares with what stands beside each. To write the
 * expectations anew and then look at the difference: {@code -Dgolden.write=true}.
 */
final class GoldenMailTest {
    static final Path FOLDER = Path.of("src/test/resources/mail");

    static List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void isUnderstoodAsItsJsonSays(Path mail) throws IOException {
        String understood = MessageJson.of(read(Files.readAllBytes(mail)));
        Path expected = Path.of(mail.toString().replace(".eml", ".json"));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, understood);
        }
        assertThat(understood).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void hasOneFingerprintWithEitherLineEnd(Path mail) throws IOException {
        byte[] bytes = Files.readAllBytes(mail);
        assertThat(read(Mails.withLineEnds(bytes, "\n")).fingerprint())
                .isEqualTo(read(bytes).fingerprint());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void isUnderstoodTheSameHoweverItsBytesArrive(Path mail) throws IOException {
        byte[] bytes = Files.readAllBytes(mail);
        String whole = MessageJson.of(read(bytes));
        for (int step : new int[] {1, 2, 3, 7, 64, 1000}) {
            var slow = new TricklingMessage(bytes, step);
            assertThat(MessageJson.of(new MessageReader(Limits.standard()).read(slow)))
                    .as("read in steps of %d", step)
                    .isEqualTo(whole);
        }
    }

    @Test
    void noTwoGoldenMailsHaveOneFingerprint() throws IOException {
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (Path mail : mails()) {
            fingerprints.add(read(Files.readAllBytes(mail)).fingerprint());
        }
        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    private static Message read(byte[] bytes) throws IOException {
        return new MessageReader(Limits.standard()).read(new MemoryMessage(bytes));
    }
}
