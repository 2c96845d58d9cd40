/** Who a request comes from and what it may do. */
@NullMarked
package org.muniment.server.security;

import org.jspecify.annotations.NullMarked;
