package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of {@code docs/formats/fingerprint-vectors.txt}, which belong to the definition of the fingerprint. */
final class FingerprintVectorTest {
    private static final Pattern ITEM = Pattern.compile("(sha256 )?\"([^\"]*)\"|(\\d+)");

    /** One vector: copies of a message, the octets that are hashed of it, and the hash. */
    record Vector(String title, List<MemoryMessage> copies, MemoryMessage hashed, String fingerprint) {
        @Override
        public String toString() {
            return title;
        }
    }

    static List<Vector> vectors() throws IOException {
        List<Vector> vectors = new ArrayList<>();
        String file = Files.readString(Path.of("../docs/formats/fingerprint-vectors.txt"));
        for (String block : file.split("\nvector ", -1)) {
            if (!block.startsWith("#")) {
                vectors.add(vector(block));
            }
        }
        return vectors;
    }

    private static Vector vector(String block) {
        List<String> lines = block.lines().toList();
        List<MemoryMessage> copies = new ArrayList<>();
        var copy = new ByteArrayOutputStream();
        var hashed = new ByteArrayOutputStream();
        String fingerprint = "";
        for (String line : lines) {
            if (line.equals("copy") || line.startsWith("fingerprint ")) {
                copies.add(new MemoryMessage(copy.toByteArray()));
                copy.reset();
                fingerprint = line.substring(line.indexOf(' ') + 1);
            } else if (line.startsWith("| ")) {
                copy.writeBytes(octets(line.substring(2)));
            } else if (line.startsWith(": ")) {
                items(line.substring(2), hashed);
            }
        }
        return new Vector(
                lines.getFirst(),
                copies.subList(1, copies.size()),
                new MemoryMessage(hashed.toByteArray()),
                fingerprint);
    }

    private static void items(String line, ByteArrayOutputStream hashed) {
        Matcher item = ITEM.matcher(line);
        while (item.find()) {
            if (item.group(3) != null) {
                int number = Integer.parseInt(item.group(3));
                hashed.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
            } else {
                byte[] octets = octets(item.group(2));
                hashed.writeBytes(item.group(1) == null ? octets : new MemoryMessage(octets).sha256());
            }
        }
    }

    private static byte[] octets(String escaped) {
        var octets = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\') {
                octets.write(c);
                continue;
            }
            switch (escaped.charAt(++i)) {
                case 'r' -> octets.write('\r');
                case 'n' -> octets.write('\n');
                case 't' -> octets.write('\t');
                case 'x' -> {
                    octets.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                default -> octets.write('\\');
            }
        }
        return octets.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void everyCopyHasTheFingerprintOfItsVector(Vector vector) throws IOException {
        assertThat(vector.copies()).isNotEmpty();
        for (MemoryMessage copy : vector.copies()) {
            Message message = new MessageReader(Limits.standard()).read(copy);
            assertThat(message.fingerprint()).hasToString(vector.fingerprint());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void theOctetsOfTheVectorHashToItsFingerprint(Vector vector) {
        assertThat(HexFormat.of().formatHex(vector.hashed().sha256())).isEqualTo(vector.fingerprint());
    }

    @Test
    void noTwoVectorsHaveOneFingerprint() throws IOException {
        assertThat(vectors()).hasSizeGreaterThan(20);
        assertThat(vectors().stream().map(Vector::fingerprint)).doesNotHaveDuplicates();
    }
}
