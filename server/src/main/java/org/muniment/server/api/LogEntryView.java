package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.muniment.archive.LogEvidence;
import org.muniment.server.audit.LogLine;

/** All of an entry of the log: what lists show of it, what it says in detail, and its proof. */
record LogEntryView(
        @JsonUnwrapped LogLineView line,
        Map<String, String> detail,
        Map<String, String> before,
        Map<String, String> after,
        Proof evidence) {

    /** Where the entry stands in the evidence log; hashes as hexadecimal digits. */
    record Proof(
            boolean covered,
            long leafIndex,
            String leafHash,
            long treeSize,
            String rootHash,
            List<String> path,
            String checkpoint) {

        static Proof of(LogEvidence evidence) {
            return new Proof(
                    evidence.covered(),
                    evidence.leafIndex(),
                    evidence.leafHash(),
                    evidence.treeSize(),
                    evidence.rootHash(),
                    evidence.path(),
                    evidence.checkpoint());
        }
    }

    static LogEntryView of(LogLine line, LogEvidence evidence) {
        return new LogEntryView(LogLineView.of(line), line.detail(), line.before(), line.after(), Proof.of(evidence));
    }
}
