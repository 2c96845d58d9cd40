package org.muniment.archive;

import java.util.List;

/**
 * The proof that an entry of the archive log is in the archive: its place in the evidence log, checked before it was
 * handed out. {@code docs/formats/evidence.md} says how anybody checks it again. Hashes are in lower-case hex.
 *
 * @param id {@code <writer>-<number>}
 * @param leafIndex place of the record's leaf, from 0
 * @param leafHash hash of the leaf
 * @param treeSize leaves under the newest signed checkpoint; 0 if there is none yet
 * @param rootHash root of that tree; empty if there is none
 * @param path the inclusion proof from leaf to root; empty while the checkpoint does not cover the entry, and for the
 *     only leaf of a tree
 * @param checkpoint the signed note; empty if there is none
 * @param covered whether the checkpoint covers the entry; the next one, within a minute, does
 */
public record LogEvidence(
        String id,
        long leafIndex,
        String leafHash,
        long treeSize,
        String rootHash,
        List<String> path,
        String checkpoint,
        boolean covered) {

    public LogEvidence {
        path = List.copyOf(path);
    }
}
