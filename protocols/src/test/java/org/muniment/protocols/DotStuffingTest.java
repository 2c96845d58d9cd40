package org.muniment.protocols;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DotStuffingTest {
    private static final String REST = "NOOP\r\n.\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "a\r\n",
                ".\r\n",
                "..\r\n.\r\n...\r\n",
                "a\n.\nb\r\n",
                "a\n.\r\nb\r\n",
                "a\r.\r\nb\r\n",
                "a\r\r\n",
                "\r.\r\r\n",
                "\r\n\r\n.\r.\n.\r\n",
                ".\r.\r\n",
                ".\r\rx\r\n",
                ".\n.\r\n"
            })
    void textComesBackHoweverItIsCut(String text) throws IOException {
        byte[] stuffed = (stuff(text) + ".\r\n" + REST).getBytes(ISO_8859_1);
        for (int first = 0; first <= stuffed.length; first++) {
            for (int second = first; second <= stuffed.length; second++) {
                assertThat(takeApart(stuffed, first, second)).isEqualTo(text + "|" + REST);
            }
        }
    }

    @Test
    void randomTextComesBackHoweverItIsCut() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(30);
            for (int i = 0; i < length; i++) {
                text.append("\r\n.x\0".charAt(random.nextInt(5)));
            }
            text.append("\r\n");
            byte[] stuffed = (stuff(text.toString()) + ".\r\n" + REST).getBytes(ISO_8859_1);
            int second = random.nextInt(stuffed.length + 1);
            int first = random.nextInt(second + 1);
            assertThat(takeApart(stuffed, first, second))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text + "|" + REST);
        }
    }

    /** An independent and slow stuffing: a line begins at the start and after CRLF. */
    private static String stuff(String text) {
        String stuffed = text.replace("\r\n.", "\r\n..");
        return stuffed.startsWith(".") ? "." + stuffed : stuffed;
    }

    private static String takeApart(byte[] stuffed, int first, int second) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DotStuffing text = new DotStuffing(out);
        int[] cuts = {0, first, second, stuffed.length};
        for (int i = 0; i < 3; i++) {
            byte[] piece = new byte[cuts[i + 1] - cuts[i] + 2];
            System.arraycopy(stuffed, cuts[i], piece, 1, piece.length - 2);
            int end = text.take(piece, 1, piece.length - 1);
            if (text.ended()) {
                int at = cuts[i] + end - 1;
                return out.toString(ISO_8859_1) + "|" + new String(stuffed, at, stuffed.length - at, ISO_8859_1);
            }
            assertThat(end).isEqualTo(piece.length - 1);
        }
        return out.toString(ISO_8859_1) + " (no end)";
    }
}
