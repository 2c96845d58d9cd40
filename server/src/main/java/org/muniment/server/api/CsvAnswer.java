package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** A table as CSV in UTF-8, written line by line while it is read. Not thread-safe. */
final class CsvAnswer implements Closeable {
    static final String TYPE = "text/csv";
    private static final String MARK = "\uFEFF"; // makes spreadsheets read UTF-8

    private final Writer out;

    private CsvAnswer(Writer out) {
        this.out = out;
    }

    /** Begins the answer. */
    static CsvAnswer begin(HttpServletResponse response, String name, String... columns) throws IOException {
        response.setHeader(HttpHeaders.CONTENT_TYPE, TYPE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        var answer = new CsvAnswer(
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)));
        answer.out.write(MARK + String.join(",", columns) + "\r\n");
        return answer;
    }

    void row(String... values) throws IOException {
        out.write(Csv.row(values));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
