/** The database: the organisation, its people, when archiving was on, who is signed in. Holds no mail. */
@NullMarked
package org.muniment.server.database;

import org.jspecify.annotations.NullMarked;
