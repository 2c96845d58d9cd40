/** What the operator sets: by environment or file, typed, checked before anything starts. */
@NullMarked
package org.muniment.server.settings;

import org.jspecify.annotations.NullMarked;
