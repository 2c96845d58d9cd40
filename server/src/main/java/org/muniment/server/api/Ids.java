package org.muniment.server.api;

import org.muniment.server.language.Message;

/** Ids as the API shows them, {@code msg_<writer>-<number>}, and as the archive knows them, without the prefix. */
final class Ids {
    static final String MESSAGE = "msg_";
    static final String SEARCH = "srch_";
    static final String EXPORT = "exp_";
    static final String LOG = "log_";

    private static final int LONGEST = 80;

    private Ids() {}

    /**
     * What stands behind the prefix.
     *
     * @param missing the key of the sentence that there is nothing of that id: {@code not-found.message}
     */
    static String strip(String prefix, String id, String missing) {
        int dash = id.lastIndexOf('-');
        boolean valid = id.startsWith(prefix)
                && id.length() <= LONGEST
                && dash > prefix.length()
                && isWord(id, prefix.length(), dash)
                && dash + 1 < id.length()
                && isNumber(id, dash + 1);
        if (!valid) {
            throw notFound(id, missing);
        }
        return id.substring(prefix.length());
    }

    /** The answer that there is nothing of that id. */
    static ProblemException notFound(String id, String missing) {
        return Problem.of(ProblemCode.NOT_FOUND, Message.of(missing, shown(id))).exception();
    }

    /** The id as it is repeated to whoever sent it: no longer than an id can be. */
    static String shown(String id) {
        return id.length() > LONGEST ? id.substring(0, LONGEST) + "…" : id;
    }

    private static boolean isWord(String id, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = id.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String id, int from) {
        for (int i = from; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
