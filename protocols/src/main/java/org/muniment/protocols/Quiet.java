package org.muniment.protocols;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the everyday troubles of talking to strangers go: to the log, at debug, because nothing follows from them. */
final class Quiet {
    private static final Logger LOG = LoggerFactory.getLogger(Quiet.class);

    private Quiet() {}

    /** A connection broke that was ending anyway, or whose client has gone. */
    static void gone(IOException reason) {
        LOG.debug("connection ended: {}", reason.toString());
    }
}
