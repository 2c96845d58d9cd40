package org.muniment.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.muniment.archive.MessageEvidence;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives the proof that a message is the one that was archived. */
@RestController
final class EvidenceController {
    private static final String MISSING = "not-found.message";

    private final Door door;

    EvidenceController(Door door) {
        this.door = door;
    }

    /** The proof; hashes as hexadecimal digits. */
    record View(
            String id,
            String sha256,
            boolean covered,
            long leafIndex,
            String leafHash,
            long treeSize,
            String rootHash,
            List<String> path,
            String checkpoint) {
        static View of(MessageEvidence evidence) {
            return new View(
                    Ids.MESSAGE + evidence.id(),
                    evidence.sha256(),
                    evidence.covered(),
                    evidence.leafIndex(),
                    evidence.leafHash(),
                    evidence.treeSize(),
                    evidence.rootHash(),
                    evidence.path(),
                    evidence.checkpoint());
        }
    }

    @GetMapping("/api/v1/messages/{id}/evidence")
    View evidence(@PathVariable String id, @AuthenticationPrincipal Caller caller, HttpServletResponse response)
            throws QuerySyntaxException, IOException {
        String message = Ids.strip(Ids.MESSAGE, id, MISSING);
        return View.of(door.read(caller, Ids.MESSAGE, MISSING, response, session -> session.evidence(message)));
    }
}
