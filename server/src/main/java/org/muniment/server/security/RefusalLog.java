package org.muniment.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muniment.server.archives.OpenArchives;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Has the archive log know who was refused what. Thread-safe. */
public final class RefusalLog {
    /** Of an address that somebody made up, what the log keeps. */
    private static final int LONGEST_WHAT = 300;

    private final OpenArchives archives;

    RefusalLog(OpenArchives archives) {
        this.archives = archives;
    }

    /**
     * Whoever asks is refused; does nothing if nobody knows who that is.
     *
     * @param code why, as the answer says it: {@code forbidden}
     */
    public void refused(HttpServletRequest request, String code) throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (archives.findFirst().isPresent() && who instanceof CallerAuthentication known) {
            Map<String, String> detail = new LinkedHashMap<>();
            detail.put("what", cut(request.getMethod() + " " + request.getRequestURI()));
            detail.put("code", code);
            known.caller().own(archives).archive().log(known.caller().actor(), "access.denied", detail);
        }
    }

    private static String cut(String what) {
        return what.length() > LONGEST_WHAT ? what.substring(0, LONGEST_WHAT) + "…" : what;
    }
}
