/** The query language: one text, the same in console, API and command line. docs/formats/query.md defines it. */
@NullMarked
package org.muniment.index.query;

import org.jspecify.annotations.NullMarked;
