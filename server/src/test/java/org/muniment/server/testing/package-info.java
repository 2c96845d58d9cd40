/** What the server's tests stand on: a server on a free port over an archive that lies in memory. */
@NullMarked
package org.muniment.server.testing;

import org.jspecify.annotations.NullMarked;
