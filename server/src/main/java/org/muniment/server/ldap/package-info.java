/** Speaks to directory servers (LDAP, RFC 4511): connections with bounds and checked certificates, for syncs and for sign-ins. */
@NullMarked
package org.muniment.server.ldap;

import org.jspecify.annotations.NullMarked;
