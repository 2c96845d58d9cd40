/** Servers that are killed under load, and the proof that nothing of what they acknowledged is missing. */
@NullMarked
package org.muniment.server.crash;

import org.jspecify.annotations.NullMarked;
