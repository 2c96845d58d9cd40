package org.muniment.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void wordsAreRunsOfLettersAndDigitsFolded() {
        assertThat(words("Hello, World! 3.14 file_name.PDF user@Example.com o'Neil"))
                .containsExactly(
                        "hello", "world", "3", "14", "file", "name", "pdf", "user", "example", "com", "o", "neil");
        assertThat(words("Crème BRÛLÉE Straße Æsop ﬁn Øre m² Ⅳ"))
                .containsExactly("creme", "brulee", "strasse", "aesop", "fin", "ore", "m2", "iv");
        assertThat(words("ＡＢＣ　１２３")).containsExactly("abc", "123");
        assertThat(words("ΟΔΟΣ οδός Привет ЙОД")).containsExactly("οδοσ", "οδοσ", "привет", "йод");
        assertThat(words("שָׁלוֹם مُحَمَّد कि")).containsExactly("שלום", "محمد", "कि");
        assertThat(words("𝐇𝐞𝐥𝐥𝐨 𝟚")).containsExactly("hello", "2");
        assertThat(words("İstanbul ISPARTA ılık")).containsExactly("istanbul", "isparta", "ilik");
    }

    @Test
    void invisibleCharactersAreReadOver() {
        assertThat(words("in\u00ADvoice pay\u200Dpal a\uFEFFb e\u0301t\u0301 \u0301"))
                .containsExactly("invoice", "paypal", "ab", "et");
        assertThat(words("one\u200Btwo")).containsExactly("one", "two");
    }

    @Test
    void composedAndTakenApartAreTheSame() {
        for (String text : List.of("Café", "Йод", "バビブ ガ", "한국어 계약서", "Å ệ", "ά")) {
            for (var form : Normalizer.Form.values()) {
                assertThat(words(Normalizer.normalize(text, form)))
                        .as(form + " " + text)
                        .isEqualTo(words(text));
            }
        }
        assertThat(words("ﾊﾞｶ")).isEqualTo(words("バカ"));
    }

    @Test
    void unspacedScriptsGivePairsAndTheLastCharacterAlone() {
        assertThat(words("合同")).containsExactly("合同", "同");
        assertThat(words("合")).containsExactly("合");
        assertThat(words("ABC合同2份")).containsExactly("abc", "合同", "同", "2", "份");
        assertThat(words("合同，编号")).containsExactly("合同", "同", "编号", "号");
        assertThat(words("𠀀𠀁")).containsExactly("𠀀𠀁", "𠀁");
        assertThat(words("カー")).containsExactly("カー", "ー");
        assertThat(words("報價")).containsExactly("报价", "价");
        assertThat(words("😀😀!")).containsExactly("😀😀", "😀");
    }

    @Test
    void longWordsAreCut() {
        assertThat(words("x".repeat(150))).containsExactly("x".repeat(64), "x".repeat(64), "x".repeat(22));
        assertThat(words("ﷺ".repeat(100) + "㎏" + "Ǆ".repeat(100))).isNotEmpty();
    }

    @Test
    void everyCharacterIsTakenAloneAndInAWord() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String character = c < 0x10000 ? String.valueOf((char) c) : Character.toString(c);
            List<String> alone = words(character);
            assertThat(alone.size()).isLessThanOrEqualTo(1);
            assertThat(words("a" + character + "b").getFirst()).startsWith("a");
            assertThat(Words.folded(character)).isNotNull();
        }
    }

    @Test
    void wordsOfFoldedTextAreTheSameWords() {
        for (int c = 0x21; c <= 0xFFFF; c++) {
            List<String> once = words("x" + (char) c + (char) c);
            assertThat(words(String.join(" ", once)))
                    .as("%04x", c)
                    .isEqualTo(
                            once.stream().flatMap(word -> words(word).stream()).toList());
        }
    }

    @Test
    void addressesAreFoldedWithTheirMarks() {
        assertThat(Words.folded("Zoë.O'Neil+x@Ｅxample.COM")).isEqualTo("zoe.o'neil+x@example.com");
    }

    @Test
    void endlessMarksTakeLinearTime() {
        String marks = "a" + "\u0301\u0323".repeat(500_000) + "\u1161".repeat(100_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(words(marks)).isNotEmpty());
    }

    @Test
    void wordsAreThoseOfTheStandardChainWhereThatCutsAtMarksToo() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String[] letters = {
            "a", "B", "ç", "ß", "Ø", "7", "Ж", "я", "ω", "Δ", "合", "同", "か", "カ", "ー", " 한국 ", "ﾊ", "Ｑ", "９", " ", ", ",
            "! ", "（", "。"
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            assertThat(withoutLastOfRuns(text.toString())).as(text.toString()).isEqualTo(standard(text.toString()));
        }
    }

    @Test
    @Tag("corpus")
    void wordsOfRealMailAreThoseOfTheStandardChain() throws IOException {
        String corpus = Objects.requireNonNull(
                System.getenv("MUNIMENT_CORPUS"), "MUNIMENT_CORPUS must name the folder of the unpacked corpus");
        EnronMail.read(Path.of(corpus, "enron-mbox"), 3_000, mail -> {
            // the standard chain keeps some marks inside words, and cuts long words elsewhere
            String text = mail.text()
                    .replaceAll("[^\\p{L}\\p{N}\\s]", " ")
                    .replaceAll("[\\u00B2\\u00B3\\u00B9\\u00BC-\\u00BE]", " ");
            if (text.lines()
                    .flatMap(line -> List.of(line.split("\\s")).stream())
                    .noneMatch(word -> word.length() > 64)) {
                assertThat(withoutLastOfRuns(text)).isEqualTo(standard(text));
            }
        });
    }

    private static List<String> words(String text) {
        List<String> all = new ArrayList<>();
        Words words = new Words().over(text);
        while (words.next()) {
            all.add(new String(words.toBytes(), UTF_8));
        }
        return all;
    }

    /** Our words without the last character of runs, which the standard chain gives only if the run has no other. */
    private static List<String> withoutLastOfRuns(String text) {
        List<String> all = new ArrayList<>();
        Words words = new Words().over(text);
        boolean inRun = false;
        while (words.next()) {
            boolean last = words.isIdeograph() && words.characters() == 1;
            if (!last || !inRun) {
                all.add(new String(words.toBytes(), UTF_8));
            }
            inRun = words.isIdeograph() && !last;
        }
        return all;
    }

    private static List<String> standard(String text) {
        List<String> all = new ArrayList<>();
        StandardTokenizer tokenizer = new StandardTokenizer();
        tokenizer.setReader(new StringReader(text));
        try (TokenStream stream =
                new CJKBigramFilter(new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(tokenizer))))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                all.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }
}
