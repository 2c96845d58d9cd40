package org.muniment.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final byte[] EXE = HexFormat.of().parseHex("4d5a90000300000004000000ffff0000");

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a00, image/png",
        "ffd8ffe000104a4649, image/jpeg",
        "474946383961010001, image/gif",
        "52494646240000005745425056503820, image/webp",
        "52494646240000005741564566, audio/wav",
        "49492a0008000000, image/tiff",
        "255044462d312e34, application/pdf",
        "7b5c727466315c, application/rtf",
        "1f8b0800, application/gzip",
        "377abcaf271c0004, application/x-7z-compressed",
        "526172211a070100, application/vnd.rar",
        "4d5a9000, application/vnd.microsoft.portable-executable",
        "7f454c4602, application/x-elf",
        "cffaedfe07, application/x-mach-binary",
        "504b0506000000, application/zip",
        "d0cf11e0a1b11ae1000000, application/x-ole-storage",
        "00ff00ff, application/octet-stream",
        "fffe61006200, text/plain",
    })
    void bytesTellTheKind(String hex, String type) {
        assertThat(FileKind.mediaType(HexFormat.of().parseHex(hex))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <!DOCTYPE HTML><p>       | text/html
                    <HTML lang=en>           | text/html
                    <svg xmlns='x'>          | image/svg+xml
                    BEGIN:VCALENDAR          | text/calendar
                    Received: from a by b    | message/rfc822
                    a,b,c                    | text/plain
                    发票 2026               | text/plain
                    """)
    void textTellsTheKind(String text, String type) {
        assertThat(FileKind.mediaType(ascii("\ufeff " + text))).isEqualTo(type);
    }

    @Test
    void anOfficeFileIsToldFromAZipByItsEntries() throws IOException {
        assertThat(FileKind.mediaType(zip("[Content_Types].xml", "word/document.xml")))
                .isEqualTo(WORD);
        assertThat(FileKind.mediaType(zip("META-INF/MANIFEST.MF", "A.class"))).isEqualTo("application/java-archive");
        assertThat(FileKind.mediaType(zip("a/word/x.txt"))).isEqualTo("application/zip");
    }

    @Test
    void anOlderOfficeFileIsToldByItsDirectory() {
        assertThat(FileKind.mediaType(compound("WordDocument"))).isEqualTo("application/msword");
        assertThat(FileKind.mediaType(compound("__properties_version1.0"))).isEqualTo("application/vnd.ms-outlook");
    }

    @Test
    void whatIsAsItIsSaidToBeContradictsNothing() throws IOException {
        assertThat(kind(ascii("%PDF-1.4"), "application/pdf; name=x", "Report.PDF")
                        .contradicts())
                .isFalse();
        assertThat(kind(ascii("a;b"), "text/csv", "a.csv").contradicts()).isFalse();
        assertThat(kind(ascii("From: a@b.example"), "text/plain", "note.txt").contradicts())
                .isFalse();
        assertThat(kind(zip("word/document.xml"), WORD, "a.docx").contradicts()).isFalse();
        assertThat(kind(zip("word/document.xml"), "application/zip", "a.zip").contradicts())
                .isFalse();
        assertThat(kind(zip("customXml/x"), WORD, "a.docx").contradicts()).isFalse();
        assertThat(kind(ascii("{\\rtf1"), "application/msword", "a.doc").contradicts())
                .isFalse();
        assertThat(kind(ascii("%PDF-1.4"), "application/octet-stream", null).contradicts())
                .isFalse();
        assertThat(kind(new byte[] {0, 1, 2}, "application/x-own", "data.own").contradicts())
                .isFalse();
    }

    @Test
    void aProgramUnderTheNameOfADocumentContradictsIt() {
        FileKind kind = kind(EXE, "application/pdf", "invoice.pdf");

        assertThat(kind.mediaType()).isEqualTo("application/vnd.microsoft.portable-executable");
        assertThat(kind.contradictsType()).isTrue();
        assertThat(kind.contradictsName()).isTrue();
        assertThat(kind.hidesEnding()).isFalse();
    }

    @Test
    void otherContradictionsAreSeenToo() throws IOException {
        assertThat(kind(ascii("<html>"), "text/plain", "a.txt").contradictsName())
                .isTrue();
        assertThat(kind(ascii("<svg>"), "image/png", null).contradictsType()).isTrue();
        assertThat(kind(zip("META-INF/MANIFEST.MF"), WORD, "a.docx").contradictsType())
                .isTrue();
        assertThat(kind(ascii("hello"), "application/pdf", "a.pdf").contradictsType())
                .isTrue();
        assertThat(kind(EXE, "text/plain", "a.txt").contradictsType()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "invoice.pdf.exe, true",
        "invoice.pdf.js, true",
        "'photo.jpg          .scr', true",
        "'readme          .html', true",
        "ann\u202egpj.exe, true",
        "setup.exe, false",
        "archive.tar.gz, false",
        "report.v2.pdf, false",
        "page.html, false",
        "noending, false",
    })
    void namesMadeToBeMisreadAreSeen(String name, boolean hides) {
        assertThat(kind(ascii("x"), "", name).hidesEnding()).isEqualTo(hides);
    }

    private static FileKind kind(byte[] head, String type, String name) {
        return FileKind.of(head, type, name);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compound(String name) {
        byte[] file = new byte[4_096];
        byte[] magic = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        byte[] entry = name.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(magic, 0, file, 0, magic.length);
        System.arraycopy(entry, 0, file, 1_024, entry.length);
        return file;
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
