/** Makes an organisation out of an empty home. */
@NullMarked
package org.muniment.server.setup;

import org.jspecify.annotations.NullMarked;
