package org.muniment.server.directory;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.muniment.server.language.Message;

/** How the text of a file is written. */
public enum Encoding {
    /** Found out: by the mark at the beginning, else UTF-8 if it can be, else GB18030 if it can be. */
    AUTO(StandardCharsets.UTF_8),
    UTF_8(StandardCharsets.UTF_8),
    GB18030(Charset.forName("GB18030")),
    /** With a mark at the beginning, else the big end first. */
    UTF_16(StandardCharsets.UTF_16);

    private static final String MARK = "\uFEFF";

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    /** As the API writes it: {@code utf-8}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is written so. */
    public static Optional<Encoding> named(String key) {
        for (Encoding one : values()) {
            if (one.key().equals(key.toLowerCase(Locale.ROOT))) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The text, without the mark at its beginning. Nothing is replaced: what cannot be read is refused. */
    String read(byte[] bytes) {
        if (this != AUTO) {
            return strict(bytes)
                    .orElseThrow(
                            () -> MemberRefusedException.invalid("encoding", Message.of("members.encoding", key())));
        }
        if (bytes.length >= 2 && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) || isLittleEnd(bytes))) {
            return UTF_16.read(bytes);
        }
        return UTF_8.strict(bytes)
                .or(() -> GB18030.strict(bytes))
                .orElseThrow(() -> MemberRefusedException.invalid("encoding", Message.of("members.encoding-unknown")));
    }

    private static boolean isLittleEnd(byte[] bytes) {
        return bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe;
    }

    private Optional<String> strict(byte[] bytes) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            String read = text.toString();
            return Optional.of(read.startsWith(MARK) ? read.substring(1) : read);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
