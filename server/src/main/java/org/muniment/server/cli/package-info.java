/**
 * The command line. It talks to a running server over HTTP, starts no Spring and answers in less than a second.
 */
@NullMarked
package org.muniment.server.cli;

import org.jspecify.annotations.NullMarked;
