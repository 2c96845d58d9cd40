/** The SMTP listener. */
@NullMarked
package org.muniment.protocols.smtp;

import org.jspecify.annotations.NullMarked;
