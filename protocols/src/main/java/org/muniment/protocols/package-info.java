/** What the line protocols share: sockets on virtual threads, lines, dot-stuffed text, TLS, networks and limits. */
@NullMarked
package org.muniment.protocols;

import org.jspecify.annotations.NullMarked;
