package org.muniment.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a PDF of one page with a few lines of ASCII (ISO 32000-1, section 7.5). */
final class SmallPdf {
    private final StringBuilder file = new StringBuilder("%PDF-1.4\n");
    private final List<Integer> places = new ArrayList<>();

    private SmallPdf() {}

    /** @param lines without parentheses or backslashes */
    static byte[] of(String... lines) {
        var pdf = new SmallPdf();
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        pdf.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F 5 0 R >> >> >>");
        String content = "BT /F 14 Tf 22 TL 72 760 Td (" + String.join(") Tj T* (", lines) + ") Tj ET";
        pdf.object("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
        pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        return pdf.end();
    }

    private void object(String body) {
        places.add(file.length());
        file.append(places.size()).append(" 0 obj\n").append(body).append("\nendobj\n");
    }

    private byte[] end() {
        int table = file.length();
        int size = places.size() + 1;
        file.append("xref\n0 ").append(size).append("\n0000000000 65535 f \n");
        for (int place : places) {
            String digits = Integer.toString(place);
            file.append("0".repeat(10 - digits.length())).append(digits).append(" 00000 n \n");
        }
        file.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R >>\nstartxref\n");
        file.append(table).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
