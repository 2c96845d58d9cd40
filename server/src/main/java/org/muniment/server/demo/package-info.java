/** The example: a trading house that does not exist, its people, and the mail that they would have written. */
@NullMarked
package org.muniment.server.demo;

import org.jspecify.annotations.NullMarked;
