package org.muniment.server.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small archives that are the same whenever and wherever they are written. */
final class SmallZip {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OPEN = "http://schemas.openxmlformats.org/";
    private static final String TYPES = OPEN + "package/2006/content-types";
    private static final String RELATIONS = OPEN + "package/2006/relationships";
    private static final String WORD = OPEN + "wordprocessingml/2006/main";
    private static final String DOCUMENT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private SmallZip() {}

    /** A Word document with a paragraph for each line. */
    static byte[] word(String text) {
        String paragraphs = text.lines()
                .map(line -> "<w:p><w:r><w:t>" + Html.escaped(line) + "</w:t></w:r></w:p>")
                .collect(Collectors.joining());
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"" + TYPES + "\"><Default Extension=\"rels\" ContentType=\"application/vnd."
                        + "openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\""
                        + " ContentType=\"" + DOCUMENT + "\"/></Types>");
        entries.put(
                "_rels/.rels",
                XML + "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"d\" Type=\"" + OPEN
                        + "officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
                        + "</Relationships>");
        entries.put(
                "word/document.xml",
                XML + "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + paragraphs + "</w:body></w:document>");
        return of(entries);
    }

    /** An archive of texts by their names, in their order. */
    static byte[] of(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> each : entries.entrySet()) {
                var entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }
}
