/** The one place that opens the organisation's archive, and the switch that turns archiving on and off. */
@NullMarked
package org.muniment.server.archives;

import org.jspecify.annotations.NullMarked;
