package org.muniment.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.message.Mails.mail;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
    private final BodyReader reader = new BodyReader(Limits.standard());

    @Test
    void plainMailHasNoPage() throws IOException {
        Body body = reader.read(mail("Content-Type: text/plain; charset=utf-8", "", "Grüße", "合同"));
        assertThat(body.html()).isNull();
        assertThat(body.text()).isEqualTo("Grüße\n合同\n");
        assertThat(body.truncated()).isFalse();
    }

    @Test
    void ofAlternativesThePageAndThePlainTextAreTaken() throws IOException {
        Body body = reader.read(mail(
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "plain",
                "--b",
                "Content-Type: multipart/related; boundary=r",
                "",
                "--r",
                "Content-Type: text/html; charset=iso-8859-1",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "<p>caf=E9 <img src=\"cid:logo@x\"></p>",
                "--r",
                "Content-Type: image/PNG; name=logo.png",
                "Content-ID: <logo@x>",
                "Content-Transfer-Encoding: base64",
                "",
                "iVBORw0=",
                "--r--",
                "--b",
                "Content-Type: text/calendar",
                "",
                "BEGIN:VCALENDAR",
                "--b--"));
        assertThat(body.html()).isEqualTo("<p>café <img src=\"cid:logo@x\"></p>");
        assertThat(body.text()).isEqualTo("plain");
        assertThat(body.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.contentId()).isEqualTo("logo@x");
            assertThat(picture.contentType()).isEqualTo("image/png");
            assertThat(picture.bytes()).startsWith(0x89, 'P', 'N', 'G');
        });
    }

    @Test
    void textsOneAfterTheOtherAreAllShown() throws IOException {
        Body body = reader.read(mail(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "<b>first</b>",
                "--b",
                "Content-Type: text/plain",
                "",
                "-- <list>",
                "--b",
                "Content-Type: text/plain; name=notes.txt",
                "",
                "an attachment",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Content-Type: text/html",
                "",
                "<i>inside</i>",
                "--b--"));
        assertThat(body.html()).isEqualTo("<b>first</b>\n<pre>-- &lt;list&gt;</pre>");
        assertThat(body.text()).isEqualTo("first\n\n-- <list>");
    }

    @Test
    void pageAloneGivesTheTextToo() throws IOException {
        Body body = reader.read(mail("Content-Type: text/html", "", "<p>one<p>two<script>x</script>"));
        assertThat(body.text()).isEqualTo("one\ntwo");
        assertThat(body.html()).contains("<script>"); // made safe by whoever shows it
        Body withEmptyPlain = reader.read(mail(
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "",
                "  ",
                "--b",
                "Content-Type: text/html",
                "",
                "<p>page",
                "--b--"));
        assertThat(withEmptyPlain.text()).isEqualTo("page");
    }

    @Test
    void onlyPartIsShownThoughItHasAName() throws IOException {
        assertThat(reader.read(mail("Content-Type: text/plain; name=body.txt", "", "hello"))
                        .text())
                .isEqualTo("hello\n");
        assertThat(reader.read(mail("Content-Disposition: attachment; filename=x.txt", "", "hello"))
                        .text())
                .isEmpty();
    }

    @Test
    void moreTextThanIsShownIsCutAndSaid() throws IOException {
        String line = "合".repeat(1_000) + "𠀀";
        StringBuilder text = new StringBuilder("Content-Type: text/plain; charset=utf-8\r\n\r\n");
        while (text.length() < BodyReader.MOST_CHARS + 5_000) {
            text.append(line).append('\n');
        }
        Body body = reader.read(new MemoryMessage(text.toString().getBytes(UTF_8)));
        assertThat(body.truncated()).isTrue();
        assertThat(body.text().length()).isBetween(BodyReader.MOST_CHARS - 1, BodyReader.MOST_CHARS);
        assertThat(text).contains(body.text().substring(body.text().length() - 1_500));
    }

    @Test
    void picturesThatDoNotFitAreLeftOut() throws IOException {
        String large = Base64.getMimeEncoder().encodeToString(new byte[5 << 20]);
        StringBuilder text = new StringBuilder("Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: text/html\r\n\r\n<p>x\r\n");
        for (String id : new String[] {"one", "two", "small"}) {
            text.append("--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <")
                    .append(id)
                    .append(">\r\n\r\n")
                    .append(id.equals("small") ? "AAAA" : large)
                    .append("\r\n");
        }
        Body body = reader.read(
                new MemoryMessage(text.append("--b--\r\n").toString().getBytes(UTF_8)));
        assertThat(body.pictures()).extracting(Body.Picture::contentId).containsExactly("one", "small");
        assertThat(body.truncated()).isFalse();
    }
}
