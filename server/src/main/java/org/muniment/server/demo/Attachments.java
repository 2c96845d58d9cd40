package org.muniment.server.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Files that belong to a conversation: small, valid, and about the same things. Not thread-safe. */
final class Attachments {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final MailRoom room;
    private final Vocabulary words;
    private final Draft draft;

    Attachments(MailRoom room, Vocabulary words, Draft draft) {
        this.room = room;
        this.words = words;
        this.draft = draft;
    }

    Charset charset() {
        return draft.charset();
    }

    /** @param kind pdf, csv, docx or txt */
    Part file(String kind) {
        String number = words.word("number");
        boolean chinese = draft.language() == Language.CHINESE;
        return switch (kind) {
            case "pdf" -> Part.file("application/pdf", name(chinese ? "文件" : "Document", kind), pdf(number));
            case "docx" -> Part.file(WORD, name(chinese ? "报告" : "Report", kind), docx());
            case "csv" -> Part.file("text/csv", name(chinese ? "明细" : "Articles", kind), utf8(csv()));
            case "txt" -> Part.file("text/plain", name(chinese ? "清单" : "Checklist", kind), utf8(list()));
            default -> throw new IllegalStateException("no file of kind " + kind);
        };
    }

    Part chart(String contentId) {
        int[] bars = new int[12];
        for (int i = 0; i < bars.length; i++) {
            bars[i] = room.dice().between(20, 95);
        }
        return Part.inlineImage(contentId, "chart.png", Picture.chart(bars));
    }

    private String name(String what, String ending) {
        return what + " " + words.word("number") + "." + ending;
    }

    private byte[] pdf(String number) {
        return SmallPdf.of("Lindenhof Trading", "Reference " + number, "Total " + words.word("quantity") + " units");
    }

    private byte[] docx() {
        return SmallZip.word(words.fill("{product}: {quantity}\n{detail}\n{number}"));
    }

    private String csv() {
        var csv = new StringBuilder("article;description;cartons\n");
        for (int i = 1; i <= 8; i++) {
            csv.append(i)
                    .append(";")
                    .append(words.word("product"))
                    .append(";")
                    .append(room.dice().between(1, 40))
                    .append('\n');
        }
        return csv.toString();
    }

    private String list() {
        return words.fill(
                "{container}\n{port}\n{product}\n1. Certificate of origin 原产地证明\n2. Packing list 装箱单\n3. Commercial invoice 商业发票\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
