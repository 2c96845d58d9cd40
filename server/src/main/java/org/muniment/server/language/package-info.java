/** The sentences the server says to people, in their language. */
@NullMarked
package org.muniment.server.language;

import org.jspecify.annotations.NullMarked;
