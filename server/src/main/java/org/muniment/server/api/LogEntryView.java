package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.LogEvidence;
import org.muniment.server.audit.LogLine;

/** All of an entry of the log, with its proof. */
record LogEntryView(
        String id,
        long place,
        Instant time,
        String administrator,
        @Nullable String ip,
        String type,
        String sentence,
        @Nullable String object,
        @Nullable String reason,
        @JsonProperty("case") @Nullable String matter,
        String result,
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
        return new LogEntryView(
                line.id(),
                line.place(),
                line.time(),
                line.administrator(),
                line.address(),
                line.type(),
                line.sentence(),
                line.object(),
                line.reason(),
                line.matter(),
                line.result(),
                line.detail(),
                line.before(),
                line.after(),
                Proof.of(evidence));
    }
}
