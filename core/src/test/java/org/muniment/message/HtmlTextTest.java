package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    one<b>word</b>                                 | oneword
                    <p>one</p><p>two                               | one/two
                    a&nbsp;b &amp; c &lt;d&gt; &#65;&#x42; &eacute;| a b & c <d> AB é
                    fish & chips &nosuch; &                        | fish & chips &nosuch; &
                    1 < 2 > 0                                      | 1 < 2 > 0
                    <a title="x > y" href=z>link</a>               | link
                    <a title="never closed>text</a> more           | text more
                    a<!-- hidden --><!---->b                       | ab
                    a<!-- never closed b                           | a never closed b
                    a<script>if (1 < 2) x()</script>b              | ab
                    a<STYLE>p > b {}</Style >b                     | ab
                    a<script>never closed                          | anever closed
                    <img src=x alt="the logo">text                 | the logo text
                    pass&shy;word&#8203;s                          | passwords
                    <o:p>office</o:p>                              | office
                    a<br>b<br/>c                                   | a/b/c
                    cut < off <                                    | cut < off <
                    &#xffffffff; &#0; &#1114112;                   | &#xffffffff; &#0; &#1114112;
                    """)
    void takesTheTextOut(String html, String text) {
        assertThat(HtmlText.of(html, 10_000).replace('\n', '/')).isEqualTo(text);
    }

    @Test
    void ofTwoAlternativesEveryWordAndEveryPairOfWordsIsThereOnce() {
        var text = new TextCollector(10_000, new Defects());
        text.add("The meeting is on Monday. Bring the report.");
        text.addNews("THE MEETING\nis on Monday\nMonday on\nbring the report\nand bread\n会议在星期一", 0);
        assertThat(text.text())
                .isEqualTo("The meeting is on Monday. Bring the report.\n\nMonday on\nand bread\n会议在星期一");
    }

    /** The fingerprint takes line ends as one thing in all charsets that the reader knows, except the wide ones. */
    @Test
    void everyCharsetThatIsReadAndNotWideWritesLineEndsInOneOctet() {
        for (Charset charset : Charset.availableCharsets().values()) {
            Charset read = Charsets.lookup(charset.name());
            if (read != null && !Charsets.isWide(charset.name())) {
                assertThat(new String(new byte[] {'a', 13, 10, 'b', 13, 'c', 10}, read))
                        .as(charset.name())
                        .isEqualTo("a\r\nb\rc\n");
            }
        }
    }
}
