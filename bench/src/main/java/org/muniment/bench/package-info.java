/** Measures the archive with real mail: import, SMTP, search, bytes, and other programs beside it. Linux only. */
@NullMarked
package org.muniment.bench;

import org.jspecify.annotations.NullMarked;
