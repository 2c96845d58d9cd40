/** The archive log for people: projected into the database, filtered, compared with the store, said as sentences. */
@NullMarked
package org.muniment.server.audit;

import org.jspecify.annotations.NullMarked;
