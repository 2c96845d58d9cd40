/** The search index embedded in the process, on Lucene. */
@NullMarked
package org.muniment.index.lucene;

import org.jspecify.annotations.NullMarked;
