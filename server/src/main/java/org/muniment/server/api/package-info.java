/** The HTTP API: thin controllers over the archive, errors as problem details (RFC 9457). */
@NullMarked
package org.muniment.server.api;

import org.jspecify.annotations.NullMarked;
