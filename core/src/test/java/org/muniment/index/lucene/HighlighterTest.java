package org.muniment.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.index.Mails.aMail;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.index.Marks;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.Search;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.Span;
import org.muniment.index.query.Query;
import org.muniment.index.query.QuerySyntaxException;

class HighlighterTest {
    private static final int WHOLE = Integer.MAX_VALUE;
    private static final String[] PIECES = {
        "a",
        "b",
        "ab",
        "Ab",
        "é",
        "e\u0301",
        "ß",
        "ss",
        "合",
        "同",
        "框架",
        "車",
        "车",
        "ハ\u3099",
        "バ",
        "ﾊﾞ",
        "ｱ",
        " ",
        " ",
        "-",
        ".",
        "\u200B",
        "\u00AD",
        "👍",
        "❤\uFE0F",
        "𝐇",
        "h",
        "한",
        "\u1112\u1161\u11AB",
        "\n",
        "1",
        "１",
        "𠀀",
        "\uD800"
    };

    @TempDir
    Path folder;

    /** Columns: query, body; what is to be marked stands in square brackets. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            report                 | The [Report] and the [REPORT].
            report                 | The reports differ.
            "annual report"        | An [annual  report], no annual x report
            annual report          | An [annual] x [report]
            rep*                   | [Reports] and [reply], no prep
            "the rep*"             | [the rep]* and [the rep], not the reports
            "annual rep"*          | [annual reporting]
            创建                   | 重新[创建]合同
            框架合同               | 关于[框架合同]书和框架
            框架 合同              | 关于[框架合同]书和[框架]
            合                     | [合]同与[合]作, [合]
            合同书abc              | 一份[合同书 ABC]吗
            abc合                  | [abc 合]同
            汽車                   | 我的[汽车]和[汽車]
            crème                  | [Creme] [Cre\u0300me] [CRÈME]
            ＡＢＣ                 | [abc] ａ [ＡＢＣ] abcd
            ada@x.org              | to [ada@x.org], not ada.x or x.org
            straße                 | [STRASSE]
            subject:report         | no report here
            body:report            | a [report] here
            subject,body:report    | a [report] here
            from:report            | no report here
            report -draft          | [report] draft
            NOT (a OR b)           | a b
            report OR draft        | [report] [draft]
            a -(b -c)              | [a] b [c]
            report has:attachment  | [report]
            """)
    void whatIsSoughtIsMarked(String query, String marked) throws QuerySyntaxException {
        String expected = marked.replace("\\u0300", "\u0300");
        String text = expected.replace("[", "").replace("]", "");
        assertThat(bracketed(text, marks(query).body(text, WHOLE))).isEqualTo(expected);
    }

    private static Marks marks(String query) throws QuerySyntaxException {
        return new Highlighter(Query.parse(query));
    }

    private static String bracketed(String text, List<Span> spans) {
        StringBuilder bracketed = new StringBuilder(text);
        for (Span span : spans.reversed()) {
            bracketed.insert(span.end(), ']').insert(span.start(), '[');
        }
        return bracketed.toString();
    }

    @Test
    void everyFieldHasItsOwnMarks() throws QuerySyntaxException {
        Marks marks = marks("subject:one filename:two three");
        assertThat(marks.subject("one two three")).containsExactly(new Span(0, 3), new Span(8, 13));
        assertThat(marks.body("one two three", WHOLE)).containsExactly(new Span(8, 13));
        assertThat(marks.filename("one_two.three")).containsExactly(new Span(4, 7), new Span(8, 13));
    }

    @Test
    void bodyIsMarkedNoFurtherThanItIsShown() throws QuerySyntaxException {
        String text = "x ".repeat(500) + "hit ".repeat(500);
        assertThat(marks("hit").body(text, 10))
                .containsExactly(new Span(1000, 1003), new Span(1004, 1007), new Span(1008, 1011));
    }

    /** For each query of one text: something is marked if and only if the index finds the message. */
    @Test
    void marksAreWhereTheIndexFinds() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int found = 0;
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            for (int n = 0; n < 150; n++) {
                String text = text(random, 25);
                index.clear();
                index.add("2031-03", aMail(n).text(text).document());
                index.refresh();
                for (int q = 0; q < 40; q++) {
                    Query query = new Query.Text(List.of(), text(random, 4), random.nextInt(4) == 0);
                    boolean finds = finds(index, query);
                    found += finds ? 1 : 0;
                    assertMarks(query, text, finds, seed);
                }
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    private static boolean finds(LuceneIndex index, Query query) throws IOException {
        return index.count(new Search(query, new TimeRange(null, null, DateField.SENT), null, Map.of())) == 1;
    }

    private static void assertMarks(Query query, String text, boolean finds, long seed) {
        Marks marks = new Highlighter(query);
        List<Span> spans = marks.body(text, WHOLE);
        assertThat(spans.isEmpty())
                .as("%s in %s, seed %d", escaped(query.text()), escaped(text), seed)
                .isEqualTo(!finds);
        int last = -1;
        for (Span span : spans) {
            assertThat(span.start()).as("apart").isGreaterThan(last);
            assertThat(span.end()).isBetween(span.start() + 1, text.length());
            last = span.end();
        }
        if (spans.size() == 1) { // what is marked is found by itself
            String marked =
                    text.substring(spans.getFirst().start(), spans.getFirst().end());
            assertThat(marks.body(marked, WHOLE)).as(escaped(marked)).containsExactly(new Span(0, marked.length()));
        }
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c > ' ' && c < 127 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = 1 + random.nextInt(most); n > 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void textTakenApartIsMarkedAtItsOwnPlaces() throws QuerySyntaxException {
        String text = Normalizer.normalize("Zoë ging ins Café, バビブ", Normalizer.Form.NFD);
        List<Span> spans = marks("cafe OR ビブ").body(text, WHOLE);
        assertThat(spans).hasSize(2);
        assertThat(Normalizer.normalize(
                        text.substring(spans.get(0).start(), spans.get(0).end()), Normalizer.Form.NFC))
                .isEqualTo("Café");
        assertThat(Normalizer.normalize(
                        text.substring(spans.get(1).start(), spans.get(1).end()), Normalizer.Form.NFC))
                .isEqualTo("ビブ");
    }

    @Test
    void longTextAndAQueryMadeForItEndInTime() throws QuerySyntaxException {
        StringBuilder query = new StringBuilder();
        for (int i = 0; query.length() < 9_000; i++) {
            query.append('"').append("a ".repeat(40 + i)).append("b\" OR ");
        }
        String text = "a ".repeat(2_000_000);
        assertThat(marks(query + "c").body(text, WHOLE)).isEmpty();
        assertThat(marks("a").body(text, 160)).hasSize(81);
    }
}
