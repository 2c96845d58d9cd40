package org.muniment.protocols.smtp;

/**
 * The parameters of MAIL that the listener offers: SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8 (RFC 6531).
 *
 * @param size the size that the client announced, in bytes; 0 if it did not
 * @param utf8 whether it said SMTPUTF8
 */
record MailParameters(long size, boolean utf8) {
    private static final MailParameters NONE = new MailParameters(0, false);

    /** @param text in upper case, separated by blanks */
    static MailParameters parse(String text) throws RefusedException {
        if (text.isEmpty()) {
            return NONE;
        }
        long size = 0;
        boolean utf8 = false;
        int from = 0;
        while (from < text.length()) {
            int blank = text.indexOf(' ', from);
            int end = blank < 0 ? text.length() : blank;
            String parameter = text.substring(from, end);
            if (parameter.startsWith("SIZE=")) {
                size = size(parameter);
            } else if (parameter.equals("SMTPUTF8")) {
                utf8 = true;
            } else {
                checkBody(parameter);
            }
            from = end + 1;
        }
        return new MailParameters(size, utf8);
    }

    private static long size(String parameter) throws RefusedException {
        int digits = parameter.length() - "SIZE=".length();
        for (int i = "SIZE=".length(); i < parameter.length(); i++) {
            char c = parameter.charAt(i);
            if (c < '0' || c > '9') {
                digits = 0;
            }
        }
        if (digits == 0 || digits > 20) { // RFC 1870, section 3
            throw new RefusedException("501 5.5.4 SIZE must be a number");
        }
        return digits > 18 ? Long.MAX_VALUE : Long.parseLong(parameter, "SIZE=".length(), parameter.length(), 10);
    }

    /** We keep all bytes as they are, so the body type changes nothing. Blanks may be doubled. */
    private static void checkBody(String parameter) throws RefusedException {
        boolean known = parameter.isEmpty() || parameter.equals("BODY=8BITMIME") || parameter.equals("BODY=7BIT");
        if (!known) {
            throw new RefusedException("555 5.5.4 this parameter of MAIL is not offered");
        }
    }
}
