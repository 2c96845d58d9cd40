/** Hands the console's files to browsers. */
@NullMarked
package org.muniment.server.console;

import org.jspecify.annotations.NullMarked;
