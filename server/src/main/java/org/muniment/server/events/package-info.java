/** What happens, told to those who listen. */
@NullMarked
package org.muniment.server.events;

import org.jspecify.annotations.NullMarked;
