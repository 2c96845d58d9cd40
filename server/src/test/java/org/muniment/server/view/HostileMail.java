package org.muniment.server.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/**
 * A mail of {@code src/test/resources/hostile} that tries to reach {@code http://hostile.example/NN/…}.
 *
 * @param number the NN of its name
 * @param html its HTML body
 */
record HostileMail(String name, String number, String html, Map<String, byte[]> parts) {
    private static final Path FOLDER = Path.of("src/test/resources/hostile");

    static List<HostileMail> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(HostileMail::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Rendered rendered() {
        return new SafeView(Locale.ENGLISH).html(html, parts::get);
    }

    private static HostileMail read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Message message = new DefaultMessageBuilder().parseMessage(in);
            var parts = new HashMap<String, byte[]>();
            String html = collect(message, parts);
            String name = file.getFileName().toString();
            return new HostileMail(name, name.substring(0, 2), html, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String collect(Entity entity, Map<String, byte[]> parts) throws IOException {
        if (entity.getBody() instanceof Multipart multipart) {
            String html = "";
            for (Entity part : multipart.getBodyParts()) {
                html += collect(part, parts);
            }
            return html;
        }
        byte[] bytes = ((SingleBody) entity.getBody()).getInputStream().readAllBytes();
        if (entity.getHeader().getField("Content-ID") == null) {
            return new String(bytes, charset(entity));
        }
        String id = entity.getHeader().getField("Content-ID").getBody().strip();
        parts.put(id.substring(1, id.length() - 1), bytes);
        return "";
    }

    /** UTF-7 is read as UTF-8: no reader of today knows it. */
    private static Charset charset(Entity entity) {
        String name = entity.getCharset();
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    @Override
    public String toString() {
        return name;
    }
}
