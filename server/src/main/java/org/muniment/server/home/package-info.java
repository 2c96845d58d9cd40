/** The home folder: its paths, its lock, the master key and the note of the running server. */
@NullMarked
package org.muniment.server.home;

import org.jspecify.annotations.NullMarked;
