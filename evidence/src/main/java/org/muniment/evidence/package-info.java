/** The Merkle log: tree, checkpoints, proofs. Depends on the JDK alone. */
@NullMarked
package org.muniment.evidence;

import org.jspecify.annotations.NullMarked;
