/** The whole server as a process of its own, as an operator runs it: killed, under load, and with real mail. */
@NullMarked
package org.muniment.server.whole;

import org.jspecify.annotations.NullMarked;
