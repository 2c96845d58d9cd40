/** Makes a stranger's mail into a page that does nothing: no script, no request, no navigation. Knows no HTTP. */
@NullMarked
package org.muniment.server.view;

import org.jspecify.annotations.NullMarked;
