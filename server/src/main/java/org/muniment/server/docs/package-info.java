/** Shows the API's own description: as a document for programs and as pages for people. */
@NullMarked
package org.muniment.server.docs;

import org.jspecify.annotations.NullMarked;
