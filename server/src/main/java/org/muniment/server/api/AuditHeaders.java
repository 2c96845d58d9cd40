package org.muniment.server.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;
import org.muniment.server.security.AuditNote;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes {@code Audit-Reason} and {@code Audit-Case} of every request. A reason beyond ASCII comes as UTF-8, or as {@code
 * UTF-8''…} with per cent signs (RFC 8187), which is all that a browser can send. What is too long, or holds control
 * characters, is refused before anything is done.
 */
final class AuditHeaders extends OncePerRequestFilter {
    static final String REASON = "Audit-Reason";
    static final String CASE = "Audit-Case";

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_HEADER = 9_100;
    private static final String ENCODED = "utf-8''";
    private static final Pattern CASE_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,80}");

    private final ProblemWriter writer;

    AuditHeaders(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AuditNote note;
        try {
            note = new AuditNote(reason(only(request, REASON)), matter(only(request, CASE)));
        } catch (ProblemException e) {
            writer.write(request, response, e.problem());
            return;
        }
        AuditNote.begin(note);
        try {
            chain.doFilter(request, response);
        } finally {
            AuditNote.end();
        }
    }

    private static @Nullable String only(HttpServletRequest request, String name) {
        List<String> given = Collections.list(request.getHeaders(name));
        if (given.size() > 1) {
            throw wrong(name);
        }
        return given.isEmpty() || given.getFirst().isBlank() ? null : given.getFirst();
    }

    private static @Nullable String reason(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String text = header.length() > LONGEST_HEADER ? "" : decoded(header).strip();
        if (!isReason(text)) {
            throw wrong(REASON);
        }
        return text;
    }

    /** Whether that can stand in the log as a reason. */
    static boolean isReason(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_REASON
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                                || Character.getType(c) == Character.SURROGATE);
    }

    /** Whether that can be the id of a case. */
    static boolean isCase(String text) {
        return CASE_ID.matcher(text).matches();
    }

    private static String decoded(String header) {
        try {
            if (header.regionMatches(true, 0, ENCODED, 0, ENCODED.length())) {
                String encoded = header.substring(ENCODED.length()).replace("+", "%2B");
                return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            }
            ByteBuffer bytes = ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)); // as the connector reads
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw wrong(REASON);
        }
    }

    private static @Nullable String matter(@Nullable String header) {
        if (header != null && !isCase(header)) {
            throw wrong(CASE);
        }
        return header;
    }

    /** What stands in that header or field cannot be used. */
    static ProblemException wrong(String header) {
        return Problem.field(header, "invalid", Message.of("invalid.audit-header", header, LONGEST_REASON))
                .exception();
    }
}
