package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.james.mime4j.io.MimeBoundaryInputStream;

/**
 * Walks once through the parts of one mail and gives each octet to the fingerprint and each text to the collector.
 *
 * <p>The walk goes as deep as {@link Limits#depth} and no further, and sees at most {@link Limits#parts} parts; what
 * lies behind is hashed as it stands. Memory is that of one header section, a buffer per level, and the text of one
 * part up to its limit. Used for one mail by one thread.
 */
final class EntityReader {
    private static final int LONGEST_NOTICE = 400;

    private final Limits limits;
    private final Defects defects;
    private final TextCollector text;
    private final FingerprintBuilder fingerprint = new FingerprintBuilder();
    private final List<Attachment> attachments = new ArrayList<>(2);
    private final byte[] chunk = new byte[8 * 1024];
    private byte[] collected = new byte[8 * 1024];
    private boolean html;
    private int parts;

    EntityReader(Limits limits, Defects defects) {
        this.limits = limits;
        this.defects = defects;
        this.text = new TextCollector(limits.textChars(), defects);
    }

    /** Reads the whole mail and returns its header section. */
    HeaderSection message(InputStream in) throws IOException {
        var buffer = new PartBuffer(in, limits.headerBytes());
        HeaderSection header = HeaderSection.read(buffer, limits);
        PartHeader part = header(header, PartHeader.PLAIN, FingerprintBuilder.Scope.MESSAGE);
        body(buffer, part, Place.ROOT);
        return header;
    }

    Fingerprint fingerprint() {
        return fingerprint.finish();
    }

    List<Attachment> attachments() {
        return attachments;
    }

    String text() {
        return text.text();
    }

    /** Whether there is a page that a reader shows. */
    boolean hasHtml() {
        return html;
    }

    private PartHeader header(HeaderSection header, String defaultType, FingerprintBuilder.Scope scope) {
        PartHeader part = PartHeader.of(header, defaultType, defects);
        fingerprint.header(header, part, scope);
        if (!header.complete()) {
            defects.add(Defect.Kind.LIMIT_REACHED, "header section longer than is read");
        }
        for (int i = 0; i < header.size(); i++) {
            if (header.kind(i) == FieldName.MALFORMED) {
                defects.add(Defect.Kind.MALFORMED_HEADER, "a line in the header section that is no field");
                text.add(header.value(i));
            }
        }
        return part;
    }

    private void body(PartBuffer in, PartHeader part, Place place) throws IOException {
        parts++;
        if (part.isEncrypted()) {
            defects.add(Defect.Kind.ENCRYPTED, part.type());
        }
        if (part.isMultipart() && part.boundary() == null) {
            defects.add(Defect.Kind.BROKEN_MULTIPART, "multipart without a boundary");
        }
        if (part.isMultipart() && part.boundary() != null && mayDescend(place)) {
            multipart(in, part, part.boundary(), place);
        } else if (part.isMessage() && mayDescend(place)) {
            nested(in, part, place);
        } else {
            leaf(in, part, place);
        }
        fingerprint.flush();
    }

    private boolean mayDescend(Place place) {
        if (place.depth() < limits.depth()) {
            return true;
        }
        defects.add(Defect.Kind.LIMIT_REACHED, "parts nested deeper than are read");
        return false;
    }

    private void multipart(PartBuffer in, PartHeader part, String boundary, Place place) throws IOException {
        fingerprint.tag('M');
        int position = text.position();
        var stream = new MimeBoundaryInputStream(in, boundary);
        String preamble = outside(stream, 'A');
        int child = 0;
        while (!stream.isLastPart() && !in.atEnd()) {
            if (parts >= limits.parts()) {
                unread(in);
                break;
            }
            stream = new MimeBoundaryInputStream(in, boundary);
            bodyPart(stream, part, place.within(part, child, position));
            drain(stream);
            child++;
        }
        if (!stream.isLastPart()) {
            defects.add(Defect.Kind.BROKEN_MULTIPART, "the end of a multipart never came");
        }
        if (child == 0 || !isNotice(preamble)) {
            text.add(preamble); // broken mail has its text here, and an attacker may have some
        }
        text.add(outside(in, 'E'));
        fingerprint.tag('m');
    }

    /** The sentence that programs put there for readers without MIME would be found in every second mail. */
    private static boolean isNotice(String preamble) {
        return preamble.length() < LONGEST_NOTICE && preamble.contains("MIME");
    }

    private void bodyPart(InputStream stream, PartHeader parent, Place place) throws IOException {
        fingerprint.tag('P');
        var buffer = new PartBuffer(stream, limits.headerBytes());
        HeaderSection header = HeaderSection.read(buffer, limits);
        String defaultType = parent.type().equals("multipart/digest") ? PartHeader.MESSAGE : PartHeader.PLAIN;
        body(buffer, header(header, defaultType, FingerprintBuilder.Scope.PART), place);
    }

    private void nested(PartBuffer in, PartHeader part, Place place) throws IOException {
        fingerprint.tag('N');
        var counted = new CountingStream(part.decoded(in));
        var buffer = new PartBuffer(counted, limits.headerBytes());
        HeaderSection header = HeaderSection.read(buffer, limits);
        PartHeader inner = header(header, PartHeader.PLAIN, FingerprintBuilder.Scope.NESTED_MESSAGE);
        text.add(MessageFields.searchable(header, inner, defects));
        int index = attachments.size();
        attachments.add(Attachment.of(index + 1, null, part, 0));
        body(buffer, inner, place.inside(part));
        drain(buffer);
        String name = part.filename() == null ? MessageFields.subject(header, inner, defects) : part.filename();
        attachments.set(index, Attachment.of(index + 1, name.isEmpty() ? null : name, part, counted.count()));
        fingerprint.tag('n');
        decodingDefect(counted.in());
    }

    private void leaf(InputStream in, PartHeader part, Place place) throws IOException {
        boolean wanted = part.isText() || part.isMultipart(); // one that could not be taken apart is text
        InputStream content = part.decoded(in);
        var digest = new LeafDigest(part.hasLines());
        long size = 0;
        int kept = 0;
        for (int read = content.read(chunk); read != -1; read = content.read(chunk)) {
            kept = wanted ? keep(read, kept) : 0;
            size += read;
            digest.update(chunk, read);
        }
        fingerprint.leaf(part.hasLines(), digest.finish());
        decodingDefect(content);
        if (part.encoding() == PartHeader.Encoding.UNKNOWN) {
            defects.add(Defect.Kind.UNDECODABLE_BODY, "unknown content-transfer-encoding");
        }
        if (kept > 0) {
            text(part, kept, place);
        }
        if (kept < size && wanted) {
            text.full();
        }
        html |= part.isHtml() && place.isShown(part);
        if (place.isAttachment(part)) {
            attachments.add(Attachment.of(attachments.size() + 1, part.filename(), part, size));
        }
    }

    /** Keeps a chunk of text until the part is whole; two octets are enough for a character on average. */
    private int keep(int read, int kept) {
        int most = (int) Math.min(Integer.MAX_VALUE - 64, 2L * text.room());
        int fits = Math.min(read, most - kept);
        if (fits <= 0) {
            return kept;
        }
        if (kept + fits > collected.length) {
            collected = Arrays.copyOf(collected, Math.max(kept + fits, 2 * collected.length));
        }
        System.arraycopy(chunk, 0, collected, kept, fits);
        return kept + fits;
    }

    private void text(PartHeader part, int length, Place place) {
        String charset = part.charset() == null && part.isHtml() ? HtmlCharset.of(collected, length) : part.charset();
        String decoded = Charsets.decode(collected, 0, length, charset, defects);
        if (part.isHtml()) {
            text.addNews(HtmlText.of(decoded, text.room()), place.alternatives());
        } else {
            text.add(decoded);
            if (decoded.contains("-----BEGIN PGP MESSAGE-----")) {
                defects.add(Defect.Kind.ENCRYPTED, "PGP message");
            }
        }
    }

    private void decodingDefect(InputStream content) {
        if (content instanceof DecodedBody body) {
            byte[] residue = body.residue();
            fingerprint.residue(residue);
            if (residue != null) {
                defects.add(Defect.Kind.UNDECODABLE_BODY, "octets that do not belong to the content-transfer-encoding");
            }
        }
    }

    /** Reads what stands before the first delimiter or behind the last and returns it as text. */
    private String outside(InputStream in, char tag) throws IOException {
        var digest = new LeafDigest(true);
        int kept = 0;
        for (int read = in.read(chunk); read != -1; read = in.read(chunk)) {
            kept = keep(read, kept);
            digest.update(chunk, read);
        }
        boolean empty = digest.isEmpty();
        fingerprint.outside(tag, digest);
        return empty ? "" : Charsets.decode(collected, 0, kept, null, defects).strip();
    }

    private void unread(InputStream in) throws IOException {
        defects.add(Defect.Kind.LIMIT_REACHED, "more parts than are read");
        MessageDigest digest = Sha256.begin();
        for (int read = in.read(chunk); read != -1; read = in.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        fingerprint.unread(digest.digest());
    }

    private void drain(InputStream in) throws IOException {
        while (in.read(chunk) != -1) {
            // Whatever is left here is behind a decoder's end or empty; the next delimiter must be reached.
        }
    }
}
