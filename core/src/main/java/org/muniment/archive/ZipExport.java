package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.muniment.message.Address;
import org.muniment.message.Message;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.store.StoredRecord;

/**
 * An export as a zip: originals first, then the lists that describe them, which wait in a spool meanwhile, so that
 * memory does not grow with the number of messages.
 */
final class ZipExport implements ArchiveSession.Export {
    private static final String HEAD =
            "seq,id,file,sha256,size,message_id,sent,archived,from,to,cc,bcc,subject,attachments,kept_until\r\n";

    private final Reading reading;
    private final LogEntry entry;
    private final long size;
    private final Supplier<Iterator<String>> found;

    ZipExport(Reading reading, LogEntry entry, long size, Supplier<Iterator<String>> found) {
        this.reading = reading;
        this.entry = entry;
        this.size = size;
        this.found = found;
    }

    @Override
    public String id() {
        return entry.id();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void writeZip(OutputStream out, ArchiveSession.@Nullable Progress progress) throws IOException {
        try (Spool.Intake manifest = reading.spool().begin();
                Spool.Intake sums = reading.spool().begin()) {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setLevel(Deflater.BEST_SPEED);
            manifest.write(utf8("\uFEFF" + HEAD)); // the mark makes spreadsheets read UTF-8
            long done = 0;
            Iterator<String> ids = found.get();
            while (ids.hasNext()) {
                String id = ids.next();
                writeMessage(zip, manifest, sums, ++done, reading.message(id));
                if (progress != null) {
                    progress.done(done, size);
                }
            }
            writeEntry(zip, "manifest.csv", manifest);
            writeEntry(zip, "SHA256SUMS", sums);
            writeEntry(zip, "export.json", utf8(description(done)));
            zip.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (MessageNotFoundException e) {
            throw new IOException("A message that was found cannot be read: " + e.getMessage(), e);
        }
    }

    private void writeMessage(
            ZipOutputStream zip, OutputStream manifest, OutputStream sums, long seq, StoredRecord record)
            throws IOException {
        String file = "messages/" + record.id() + ".eml";
        ZipEntry zipEntry = new ZipEntry(file);
        zipEntry.setTimeLocal(
                Instant.ofEpochMilli(record.time()).atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(zipEntry);
        try (InputStream in = record.content().open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
        String sha256 = HexFormat.of().formatHex(record.content().sha256());
        sums.write(utf8(sha256 + "  " + file + "\n"));
        manifest.write(utf8(row(seq, file, sha256, reading.view(record))));
    }

    private static String row(long seq, String file, String sha256, MessageView view) {
        Message message = view.message();
        return Csv.row(
                Long.toString(seq),
                "msg_" + view.id(),
                file,
                sha256,
                Long.toString(view.size()),
                message.messageId(),
                view.sent().toString(),
                view.archived().toString(),
                addresses(message.from()),
                addresses(message.to()),
                addresses(message.cc()),
                addresses(message.bcc()),
                message.subject(),
                Integer.toString(message.attachments().size()),
                view.keptUntil());
    }

    private static String addresses(List<Address> addresses) {
        return addresses.stream().map(Address::address).collect(Collectors.joining("; "));
    }

    private String description(long written) {
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"export\": ").append(Csv.json("exp_" + entry.id())).append(",\n");
        json.append("  \"by\": ").append(Csv.json(entry.actor().name())).append(",\n");
        json.append("  \"time\": ").append(Csv.json(entry.time().toString())).append(",\n");
        for (Map.Entry<String, String> detail : entry.detail().entrySet()) {
            json.append("  ").append(Csv.json(detail.getKey())).append(": ");
            json.append(Csv.json(detail.getValue())).append(",\n");
        }
        return json.append("  \"written\": ").append(written).append("\n}\n").toString();
    }

    private static void writeEntry(ZipOutputStream zip, String name, Spool.Intake spooled) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (RawMessage list = spooled.finish();
                InputStream in = list.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    private static void writeEntry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
