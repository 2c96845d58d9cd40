/** Archive accounts: whose mail is archived, since when, and by whose hand. */
@NullMarked
package org.muniment.server.accounts;

import org.jspecify.annotations.NullMarked;
