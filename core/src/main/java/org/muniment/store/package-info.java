/** Keeps records: durable, encrypted, numbered, checked. Knows nothing of mail. */
@NullMarked
package org.muniment.store;

import org.jspecify.annotations.NullMarked;
