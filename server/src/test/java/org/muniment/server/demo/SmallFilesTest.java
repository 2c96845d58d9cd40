package org.muniment.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.muniment.server.view.FileKind;

class SmallFilesTest {

    @Test
    void aChartIsAnImageWithItsBars() throws IOException {
        byte[] png = Picture.chart(10, 90);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(FileKind.mediaType(png)).isEqualTo("image/png");
        assertThat(image.getRGB(10, 50)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(28, 50)).isEqualTo(0xff2f6f5e);
        assertThat(image.getRGB(10, 95)).isEqualTo(0xff2f6f5e);
    }

    @Test
    void thePlacesInAPdfArePlacesOfItsObjects() {
        String pdf = new String(SmallPdf.of("one", "two"), StandardCharsets.US_ASCII);

        Matcher places = Pattern.compile("(\\d{10}) 00000 n ").matcher(pdf);
        List<String> found = new ArrayList<>();
        while (places.find()) {
            int place = Integer.parseInt(places.group(1));
            found.add(pdf.substring(place, place + 7));
        }
        assertThat(found).containsExactly("1 0 obj", "2 0 obj", "3 0 obj", "4 0 obj", "5 0 obj");
        Matcher table = Pattern.compile("startxref\n(\\d+)\n%%EOF\n$").matcher(pdf);
        assertThat(table.find()).isTrue();
        assertThat(pdf.substring(Integer.parseInt(table.group(1)))).startsWith("xref\n0 6\n");
        assertThat(FileKind.mediaType(pdf.getBytes(StandardCharsets.US_ASCII))).isEqualTo("application/pdf");
    }

    @Test
    void aWordFileHoldsItsLines() throws IOException {
        byte[] file = SmallZip.word("first\n<合同>");

        String document = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                document = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        assertThat(document).contains("<w:t>first</w:t>", "<w:t>&lt;合同&gt;</w:t>");
        assertThat(FileKind.of(file, "application/octet-stream", "a.docx").contradicts())
                .isFalse();
    }
}
