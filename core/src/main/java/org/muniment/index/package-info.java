/** Finds mail: documents, the query language, and the search index behind one narrow door. */
@NullMarked
package org.muniment.index;

import org.jspecify.annotations.NullMarked;
