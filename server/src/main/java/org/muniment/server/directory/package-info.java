/**
 * The directory of an organisation: its domains, its tree of departments, its accounts, and who was where from when until
 * when. Nothing is ever deleted; what ends gets a date.
 */
@NullMarked
package org.muniment.server.directory;

import org.jspecify.annotations.NullMarked;
