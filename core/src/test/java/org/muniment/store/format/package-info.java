/** Readers written from docs/formats alone. They share no code with the store, so that they can prove the pages. */
@NullMarked
package org.muniment.store.format;

import org.jspecify.annotations.NullMarked;
