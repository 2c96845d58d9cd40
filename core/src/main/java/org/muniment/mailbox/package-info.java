/** Reads mail out of files: eml, mbox, Maildir, folders, zip, tar. */
@NullMarked
package org.muniment.mailbox;

import org.jspecify.annotations.NullMarked;
