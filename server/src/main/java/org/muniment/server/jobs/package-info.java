/** Work that goes on behind requests: imports of uploaded files. */
@NullMarked
package org.muniment.server.jobs;

import org.jspecify.annotations.NullMarked;
