/** The server. */
@NullMarked
package org.muniment.server;

import org.jspecify.annotations.NullMarked;
