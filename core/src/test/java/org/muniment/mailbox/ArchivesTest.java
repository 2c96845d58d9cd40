package org.muniment.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    private static final String MAIL = "From: ada@example.com\nSubject: one\n\nfirst\n";
    private static final String MBOX = "From ada Mon Jan  1 10:00:00 2024\n" + MAIL + "\n";

    @TempDir
    private Path folder;

    @Test
    void zipOfMailAndMboxes() throws IOException {
        byte[] zip = zip(
                entry("a/1.eml", MAIL), entry("box", MBOX + MBOX), entry("__MACOSX/._1", "x"), entry("no.txt", "x"));
        Walked walked = Walked.through(write("mail.zip", zip));
        assertThat(walked.texts()).containsExactly(MAIL, MAIL, MAIL);
        assertThat(walked.positions()).containsExactly("a/1.eml", "box@0", "box@" + MBOX.length());
        assertThat(walked.mails().getFirst().item().path()).endsWith("mail.zip!/a/1.eml");
        assertThat(walked.unreadable()).extracting(Unreadable::position).containsExactly("no.txt");
        assertThat(walked.skipped()).hasSize(1);
    }

    @Test
    void tarPlainGzipAndZstdGiveTheSame() throws IOException {
        byte[] tar = tar(entry("1.eml", MAIL), entry("box", MBOX));
        for (Path file :
                new Path[] {write("m.tar", tar), write("m.tar.gz", gzip(tar)), write("m.tar.zst", zstd(tar))}) {
            Walked walked = Walked.through(file);
            assertThat(walked.texts()).as(file.toString()).containsExactly(MAIL, MAIL);
            assertThat(walked.positions()).containsExactly("1.eml", "box@0");
        }
    }

    @Test
    void packedMboxIsReadLikeThePlainOne() throws IOException {
        Walked walked = Walked.through(write("2018-May.txt.gz", gzip((MBOX + MBOX).getBytes(ISO_8859_1))));
        assertThat(walked.texts()).containsExactly(MAIL, MAIL);
        assertThat(walked.positions()).containsExactly("0", Integer.toString(MBOX.length()));
    }

    @Test
    void archivesInArchivesAreOpenedToADepth() throws IOException {
        byte[] inner = zip(entry("1.eml", MAIL));
        byte[] middle = tar(entry("inner.zip", inner));
        assertThat(Walked.through(write("outer.zip", zip(entry("middle.tar", middle))))
                        .positions())
                .containsExactly("middle.tar!inner.zip!1.eml");
        byte[] tooDeep = zip(entry("outer.zip", zip(entry("middle.tar", middle))), entry("2.eml", MAIL));
        Walked walked = Walked.through(write("deep.zip", tooDeep));
        assertThat(walked.positions()).containsExactly("2.eml");
        assertThat(walked.reason()).contains("inside 3 others");
    }

    @Test
    void entriesOfOneNameAreDifferentItems() throws IOException {
        Walked walked =
                Walked.through(write("m.tar", tar(entry("a", MAIL), entry("a", MAIL + "2"), entry("a#2", MAIL))));
        assertThat(walked.positions()).containsExactly("a", "a#2", "a%232");
        byte[] confusing = tar(entry("a", tar(entry("b", MAIL))), entry("a!b", MAIL + "2"), entry("a@0", MAIL));
        assertThat(Walked.through(write("n.tar", confusing)).positions()).containsExactly("a!b", "a%21b", "a%400");
    }

    @Test
    void damagedZipEntryIsReportedAndTheOthersAreRead() throws IOException {
        byte[] zip = stored(entry("1.eml", MAIL), entry("2.eml", MAIL + "2"));
        zip[new String(zip, ISO_8859_1).indexOf("first")] ^= 1;
        Walked walked = Walked.through(write("mail.zip", zip));
        assertThat(walked.texts()).containsExactly(MAIL + "2");
        assertThat(walked.reason()).contains("damaged").contains("checksum");
    }

    @Test
    void cutArchiveGivesWhatIsThereAndAReport() throws IOException {
        byte[] tar = gzip(tar(entry("1.eml", MAIL), entry("2.eml", noise(200_000))));
        Walked walked =
                Walked.through(write("m.tar.gz", Arrays.copyOf(tar, tar.length - 50_000)), write("x.eml", MAIL));
        assertThat(walked.texts()).containsExactly(MAIL, MAIL);
        assertThat(walked.reason()).startsWith("cannot be read");
    }

    @Test
    void whatExpandsTooMuchIsStopped() throws IOException {
        Options tight = new Options(Format.AUTO, 100, 10, 1 << 20, 3, null);
        byte[] bomb = gzip((MAIL + "0".repeat(20 << 20)).getBytes(ISO_8859_1));
        assertThat(Walked.through(tight, write("bomb.gz", bomb)).reason()).contains("more than 10 times its size");
        assertThat(Walked.through(tight, write("bomb.zip", zip(entry("b.gz", bomb))))
                        .reason())
                .contains("10 times");
        byte[][] many = new byte[101][];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (int i = 0; i < many.length; i++) {
                put(tar, entry(i + ".eml", MAIL));
            }
        }
        Walked walked = Walked.through(tight, write("many.tar", bytes.toByteArray()));
        assertThat(walked.mails()).hasSize(100);
        assertThat(walked.reason()).contains("more than 100 entries");
    }

    @Test
    void largeEntriesGoThroughAFileThatLeavesNothing() throws IOException {
        String large = MAIL + "x".repeat(9 << 20);
        Walked walked = Walked.through(write("m.tar.zst", zstd(tar(entry("1.eml", large), entry("2.eml", MAIL)))));
        assertThat(walked.texts()).containsExactly(large, MAIL);
        try (var left = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "muniment-*.spool")) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void officeDocumentsAreNotUnpacked() throws IOException {
        Walked walked = Walked.through(write("a.docx", zip(entry("word/document.xml", "x"))));
        assertThat(walked.reason()).contains("office");
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(String name, byte[] content) {}

    private static Entry entry(String name, String content) {
        return entry(name, content.getBytes(ISO_8859_1));
    }

    private static Entry entry(String name, byte[] content) {
        return new Entry(name, content);
    }

    private static byte[] zip(Entry... entries) throws IOException {
        return zip(ZipArchiveEntry.DEFLATED, entries);
    }

    private static byte[] stored(Entry... entries) throws IOException {
        return zip(ZipArchiveEntry.STORED, entries);
    }

    private static byte[] zip(int method, Entry... entries) throws IOException {
        Path file = Files.createTempFile("test", ".zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            zip.setMethod(method);
            for (Entry entry : entries) {
                zip.putArchiveEntry(new ZipArchiveEntry(entry.name()));
                zip.write(entry.content());
                zip.closeArchiveEntry();
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static byte[] tar(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Entry entry : entries) {
                put(tar, entry);
            }
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, Entry entry) throws IOException {
        TarArchiveEntry header = new TarArchiveEntry(entry.name());
        header.setSize(entry.content().length);
        tar.putArchiveEntry(header);
        tar.write(entry.content());
        tar.closeArchiveEntry();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(bytes)) {
            out.setLong(27);
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new java.util.Random(1).nextBytes(noise);
        return noise;
    }

    private Path write(String name, String content) throws IOException {
        return write(name, content.getBytes(ISO_8859_1));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
