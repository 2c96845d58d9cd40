/** The doors by which mail servers deliver. */
@NullMarked
package org.muniment.server.listeners;

import org.jspecify.annotations.NullMarked;
