/** What a mail is: its raw bytes, its envelope, what a reader understands of it, and its fingerprint. */
@NullMarked
package org.muniment.message;

import org.jspecify.annotations.NullMarked;
