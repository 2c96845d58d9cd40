package org.muniment.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.MessageContent;
import org.muniment.archive.MessageContent.InlinePart;

class SafeViewTest {
    private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0, 0, 0, ';'};

    @Test
    void whatAMailLooksLikeIsKept() {
        Document page = page("""
                <html><head><title>no text</title><style>p{}</style></head>
                <body bgcolor="#ffeecc"><table width="600" cellpadding=4><tr><td align=center bgcolor=red>
                <p style="color: #333; font-family: 'Segoe UI', sans-serif; padding: 4px">Dear <b>Mei</b>,</p>
                <font color="blue" size=2>blue</font><ul><li>one</ul></table></body></html>""");

        assertThat(page.selectFirst("main > div").attr("style"))
                .contains("background-color")
                .contains("#ffeecc");
        assertThat(page.selectFirst("p").attr("style"))
                .contains("color:#333")
                .contains("font-family")
                .contains("padding");
        assertThat(page.select("table[width=600] td[bgcolor=red] b").text()).isEqualTo("Mei");
        assertThat(page.select("font[color=blue], ul > li")).hasSize(2);
        assertThat(page.body().text()).isEqualTo("Dear Mei, blue one");
    }

    @Test
    void imagesOfTheMailBecomePartOfThePage() {
        Rendered rendered = english().html("<img src='cid:logo@x' alt=logo width=20>", Map.of("logo@x", GIF)::get);

        Element image = InertPage.check(rendered.page()).selectFirst("img");
        assertThat(image.attr("src"))
                .isEqualTo("data:image/gif;base64," + Base64.getEncoder().encodeToString(GIF));
        assertThat(image.attr("alt")).isEqualTo("logo");
        assertThat(image.attr("width")).isEqualTo("20");
        assertThat(rendered.remoteImages()).isZero();
        assertThat(rendered.hosts()).isEmpty();
    }

    @Test
    void anImageIsWhatItsBytesSay() {
        String gif = Base64.getEncoder().encodeToString(GIF);

        assertThat(page("<img src='data:image/png;base64," + gif + "'>")
                        .select("img")
                        .attr("src"))
                .startsWith("data:image/gif;base64,");
        assertThat(page("<img src='data:image/png;base64,PHN2Zz4='>").body().text())
                .isEqualTo("image cannot be shown");
    }

    @Test
    void imagesThatTheMailLacksAreNamedAsMissing() {
        assertThat(page("<img src=cid:gone><img alt=x>").select("span").eachText())
                .containsExactly("image not part of this mail", "image not part of this mail – x");
    }

    @Test
    void imagesTogetherStayWithinTheBudget() {
        byte[] large = new byte[InlineImages.MOST_BYTES / 2];
        System.arraycopy(GIF, 0, large, 0, GIF.length);

        Rendered rendered = english().html("<img src=cid:a>".repeat(3), Map.of("a", large)::get);

        assertThat(InertPage.check(rendered.page()).select("img")).hasSize(2);
        assertThat(rendered.page()).contains("image cannot be shown");
    }

    @Test
    void remoteImagesAreNamedAndCounted() {
        Rendered rendered = english().html("""
                        <img src="https://cdn.shop.example/a.png" alt="Spring offer"><img src="//cdn.shop.example/b.png">
                        <td background="http://bg.example/x.png"><p style="background: url( 'https://css.example/y' )">
                        <img src="https://track.example/o.gif?id=7" width="1" height="1">
                        <img src="https://hidden.example/o.gif" style="display: none">
                        <img src="https://thin.example/o.gif" style="width:1px;height:1px !important">""", InlineParts.none());

        assertThat(InertPage.check(rendered.page()).select("span.m-image").eachText())
                .containsExactly(
                        "image not loaded: cdn.shop.example – Spring offer",
                        "image not loaded: cdn.shop.example",
                        "tracking pixel (1×1): track.example",
                        "tracking pixel (1×1): hidden.example",
                        "tracking pixel (1×1): thin.example");
        assertThat(rendered.remoteImages()).isEqualTo(4);
        assertThat(rendered.trackingPixels()).isEqualTo(3);
        assertThat(rendered.hosts())
                .containsExactly(
                        "cdn.shop.example",
                        "bg.example",
                        "css.example",
                        "track.example",
                        "hidden.example",
                        "thin.example");
    }

    @Test
    void aChineseReaderIsToldInChinese() {
        Rendered rendered = new SafeView(Locale.SIMPLIFIED_CHINESE)
                .html("<img src=http://a.example/b><a href=http://b.example>http://a.example</a>", InlineParts.none());

        assertThat(InertPage.check(rendered.page()).body().text()).contains("图片未加载: a.example", "实际指向 b.example");
    }

    @Test
    void linksLeadNowhereAndShowWhereTheyWouldHaveLed() {
        Element link = page("<a href='https://shop.example/a?b=c&amp;d' target=_top>our <b>shop</b></a>")
                .selectFirst("a");

        assertThat(link.hasAttr("href")).isFalse();
        assertThat(link.attr("title")).isEqualTo("https://shop.example/a?b=c&d");
        assertThat(link.select("span.m-target").text()).isEqualTo("⟨https://shop.example/a?b=c&d⟩");
        assertThat(link.select("span.m-warning")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://evil.example/            | https://bank.example/login | evil.example
                    https://evil.example/            | www.bank.example           | evil.example
                    https://evil.example/            | bank.example               | evil.example
                    https://evil.example/            | Bank.Example/login         | evil.example
                    https://evil.example/            | write to help@bank.example | evil.example
                    https://bank.example@evil.example| https://bank.example       | evil.example
                    https:\\\\evil.example\\bank     | https://bank.example       | evil.example
                    HTTPS:evil.example:443/          | https://bank.example       | evil.example
                    //evil.example/                  | https://bank.example       | evil.example
                    https://bank.example.evil.example| https://bank.example       | bank.example.evil.example
                    https://bаnk.example/            | https://bank.example       | xn--bnk-6cd.example
                    mailto:eve@evil.example?subject=x| ann@bank.example           | evil.example
                    """)
    void aLinkWhoseTextNamesAnotherHostIsMarked(String address, String text, String host) {
        Rendered rendered = link(address, text);

        assertThat(InertPage.check(rendered.page()).select("span.m-warning").text())
                .isEqualTo("[leads to " + host + "]");
        assertThat(rendered.misleadingLinks()).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://www.bank.example/a        | bank.example
                    https://click.bank.example/a      | https://www.bank.example
                    https://bank.example/a            | read more
                    https://files.example/report.pdf  | report.pdf
                    https://a.example/                | Please see section 4.2 of Contract.Final
                    mailto:ann@bank.example           | ann@bank.example
                    tel:+498912345                    | bank.example
                    """)
    void aLinkWhoseTextAgreesIsNotMarked(String address, String text) {
        assertThat(link(address, text).misleadingLinks()).isZero();
    }

    @Test
    void addressesThatRunAreNamedButNotShown() {
        Element link = page("<a href=' java&#10;script:alert(1)'>x</a>").selectFirst("a");

        assertThat(link.attr("title")).isEqualTo("javascript:…");
    }

    @Test
    void ourMarksCannotBeForged() {
        Document page = page("<a class=m-link tabindex=0>x</a><span class=m-warning>y</span><p class=m-quote1>z</p>");

        assertThat(page.body().select("[class], [tabindex]")).isEmpty();
    }

    @Test
    void plainTextStandsAsItIsWithQuotesMarked() {
        String text = "Hello <b>\n  indented\n> quoted & \n> > twice\nthe end\n";

        Document page = InertPage.check(english().text(text).page());

        assertThat(page.select("main").first().wholeText()).isEqualTo(text);
        assertThat(page.select("main > div").eachAttr("class"))
                .containsExactly("m-quote0", "m-quote1", "m-quote2", "m-quote0");
        assertThat(page.select("b")).isEmpty();
    }

    @Test
    void whatIsTooLongIsShownInPartAndSaysSo() {
        Rendered html = english().html("<p>" + "\ud83d\ude00".repeat(SafeView.MOST_CHARS), InlineParts.none());
        Rendered text = english().text(">\n\n".repeat(SafeView.MOST_CHARS));

        assertThat(html.shortened()).isTrue();
        assertThat(html.page()).contains("This mail is longer");
        assertThat(text.shortened()).isTrue();
        assertThat(InertPage.check(text.page()).select("main > div")).hasSizeLessThan(20_010);
    }

    @Test
    void aMessageIsShownByItsHtmlOrElseByItsText() {
        var logo = new InlinePart("logo", "image/gif", GIF);
        var rich = new MessageContent("<p>rich <img src=cid:logo>", "plain", false, List.of(logo));
        var poor = new MessageContent(null, "plain", true, List.of());

        assertThat(InertPage.check(english().of(rich).page()).select("p:contains(rich) img"))
                .hasSize(1);
        assertThat(english().of(rich).shortened()).isFalse();
        assertThat(InertPage.check(english().of(poor).page()).select("main").text())
                .isEqualTo("plain");
        assertThat(english().of(poor).shortened()).isTrue();
    }

    @Test
    void thePageIsServedUnderAPolicyThatAllowsNothing() {
        assertThat(ViewPolicy.HEADERS.get("Content-Security-Policy"))
                .startsWith("sandbox; default-src 'none'")
                .doesNotContain("allow-", "http", "*", "unsafe-eval");
    }

    private static Rendered link(String address, String text) {
        return english().html("<a href=\"" + address + "\">" + text + "</a>", InlineParts.none());
    }

    private static Document page(String html) {
        return InertPage.check(english().html(html, InlineParts.none()).page());
    }

    private static SafeView english() {
        return new SafeView(Locale.ENGLISH);
    }
}
