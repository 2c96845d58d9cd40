/** Files that are sent in pieces and wait to be imported. */
@NullMarked
package org.muniment.server.uploads;

import org.jspecify.annotations.NullMarked;
