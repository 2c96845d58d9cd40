/** The archive: takes mail in, keeps it found and gives it back. The only place that knows message, store and index. */
@NullMarked
package org.muniment.archive;

import org.jspecify.annotations.NullMarked;
