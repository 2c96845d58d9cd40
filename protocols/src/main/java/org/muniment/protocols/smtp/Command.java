package org.muniment.protocols.smtp;

/** The commands a client may give. */
enum Command {
    EHLO,
    HELO,
    MAIL,
    RCPT,
    DATA,
    RSET,
    NOOP,
    QUIT,
    VRFY,
    HELP,
    STARTTLS,
    /** Known, and not for an archive. */
    EXPN,
    /** What a web browser says that was made to talk to us. */
    GET,
    /** The same. */
    POST,
    /** The same. */
    PUT,
    /** The same. */
    OPTIONS,
    /** None of these. */
    UNKNOWN;

    private static final Command[] ALL = values();

    /** The command of a line: its first word, in any case. */
    static Command of(String line) {
        int end = line.indexOf(' ');
        int length = end < 0 ? line.length() : end;
        for (Command command : ALL) {
            String name = command.name();
            if (name.length() == length && command != UNKNOWN && line.regionMatches(true, 0, name, 0, length)) {
                return command;
            }
        }
        return UNKNOWN;
    }

    /** What follows the first word of a line, without blanks around it. */
    static String argument(String line) {
        int end = line.indexOf(' ');
        return end < 0 ? "" : line.substring(end + 1).strip();
    }
}
