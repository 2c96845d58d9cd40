package org.muniment.server.view;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMailViewTest {

    static List<HostileMail> mails() {
        return HostileMail.all();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void hostileMailBecomesAPageThatDoesNothing(HostileMail mail) {
        Document page = InertPage.check(mail.rendered().page());

        assertThat(page.body().text()).contains("before-" + mail.number());
    }

    @Test
    void thereAreMoreThanFiftyHostileMails() {
        assertThat(mails())
                .hasSizeGreaterThan(50)
                .extracting(HostileMail::number)
                .doesNotHaveDuplicates();
    }

    /** Each is repeated up to a megabyte; what is behind the bar is repeated behind all that is before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>|</div>",
                "<b>|</i>",
                "<table><tr><td>|",
                "<a href=http://hostile.example/>|</b>",
                "<b><p>|",
                "<font><table>|",
                "<svg><style>|",
                "<!--|",
                "<|",
                "<a b='|",
                "<p style='color:|",
                "&#x|",
                "<img src=x>|",
                "<p a=\"|",
                "<script></scrip |",
                "<title></titl|",
                "<![CDATA[|",
                "<ul><li><a>|",
                "<form><select>|"
            })
    void aMegabyteOfAnythingIsShownInSeconds(String pattern) {
        String[] halves = pattern.split("\\|", -1);
        int times = (1 << 20) / pattern.length();
        String html = "<p>before</p>" + halves[0].repeat(times) + halves[1].repeat(times);

        Rendered rendered = assertTimeout(ofSeconds(20), () -> view().html(html, InlineParts.none()));

        InertPage.check(rendered.page());
        assertThat(rendered.page()).contains("<p>before</p>").hasSizeLessThan(48 << 20);
    }

    static Stream<String> longAttributes() {
        String long1 = "x".repeat(1 << 20);
        return Stream.of(
                "<p title=\"" + long1 + "\">after",
                "<p style=\"" + "color:red;".repeat(100_000) + "\">after",
                "<p style=\"background:" + "url(".repeat(250_000) + "\">after",
                "<p style=\"" + "a(".repeat(500_000) + "\">after",
                "<a href=\"http://hostile.example/" + long1 + "\">after</a>",
                "<img srcset=\"http://hostile.example/" + long1 + "\">after",
                "<img alt=\"" + long1 + "\" src=\"http://hostile.example/\">after",
                "<img src=\"data:image/png;base64," + long1 + "\">after",
                "<p " + "a=1 ".repeat(250_000) + ">after",
                "<" + long1 + ">after");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("longAttributes")
    void anAttributeOfAMegabyteIsLeftOutInSeconds(String html) {
        Rendered rendered = assertTimeout(ofSeconds(20), () -> view().html(html, InlineParts.none()));

        assertThat(InertPage.check(rendered.page()).body().text()).contains("after");
        assertThat(rendered.page()).hasSizeLessThan(64 << 10);
    }

    private static SafeView view() {
        return new SafeView(Locale.ENGLISH);
    }
}
