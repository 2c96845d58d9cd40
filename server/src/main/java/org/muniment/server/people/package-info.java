/** Who has a role, how they are appointed, and what each may change of how she signs in. */
@NullMarked
package org.muniment.server.people;

import org.jspecify.annotations.NullMarked;
