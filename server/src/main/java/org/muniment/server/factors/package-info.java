/** What people have besides a password: authenticator apps, recovery codes, passkeys. */
@NullMarked
package org.muniment.server.factors;

import org.jspecify.annotations.NullMarked;
