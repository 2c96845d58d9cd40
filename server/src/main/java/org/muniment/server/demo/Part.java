package org.muniment.server.demo;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** One entity of a mail (RFC 2045): its fields, and its body as it is written. */
final class Part {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final String fields;
    private final byte[] body;

    private Part(String fields, byte[] body) {
        this.fields = fields;
        this.body = body;
    }

    String fields() {
        return fields;
    }

    byte[] body() {
        return body;
    }

    static Part plain(String text, Charset charset) {
        return text("plain", text, charset, "");
    }

    static Part html(String html, Charset charset) {
        return text("html", html, charset, "");
    }

    /** @param parameters more of the Content-Type, each behind a semicolon */
    static Part text(String subtype, String text, Charset charset, String parameters) {
        String lines = text.replace("\r\n", "\n").replace("\n", "\r\n");
        String type = HeaderWords.field(
                "Content-Type", "text/" + subtype + "; charset=" + charset.name() + parameters.replace(";", "; "));
        boolean plain = HeaderWords.isAscii(lines) && lines.lines().allMatch(line -> line.length() < 990);
        byte[] bytes = lines.getBytes(charset);
        String encoding = plain ? "7bit" : "base64";
        return new Part(type + "Content-Transfer-Encoding: " + encoding + "\r\n", plain ? bytes : BASE64.encode(bytes));
    }

    static Part file(String type, String name, byte[] bytes) {
        return new Part(
                HeaderWords.field("Content-Type", type)
                        + HeaderWords.field("Content-Disposition", "attachment; " + filename(name))
                        + "Content-Transfer-Encoding: base64\r\n",
                BASE64.encode(bytes));
    }

    /** In other scripts as RFC 2231 has it, section 4. */
    private static String filename(String name) {
        return HeaderWords.isAscii(name)
                ? "filename=\"" + name + "\""
                : "filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static Part inlineImage(String contentId, String name, byte[] png) {
        return new Part(
                "Content-Type: image/png; name=\"" + name + "\"\r\nContent-ID: <" + contentId + ">\r\n"
                        + "Content-Disposition: inline; filename=\"" + name + "\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n",
                BASE64.encode(png));
    }

    /** A mail as part of a mail. */
    static Part message(byte[] mail) {
        return new Part("Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n", mail);
    }

    /** A part with fields as given, each line ended; the text in ASCII. */
    static Part raw(String fields, String text) {
        return new Part(fields, text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** @param subtype perhaps with parameters */
    static Part multipart(String subtype, String boundary, List<Part> parts) {
        var body = new ByteArrayOutputStream();
        for (Part part : parts) {
            body.writeBytes(("--" + boundary + "\r\n" + part.fields + "\r\n").getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(part.body);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return new Part(
                "Content-Type: multipart/" + subtype + ";\r\n boundary=\"" + boundary + "\"\r\n", body.toByteArray());
    }
}
