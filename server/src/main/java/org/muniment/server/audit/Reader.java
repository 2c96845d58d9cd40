package org.muniment.server.audit;

import java.time.ZoneId;
import org.muniment.server.language.Language;

/**
 * Who reads the log.
 *
 * @param zone of the times in sentences
 * @param readsMail whether what was read out of mail is shown
 */
public record Reader(Language language, ZoneId zone, boolean readsMail) {}
