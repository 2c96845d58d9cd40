package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.evidence.Checkpoint;
import org.muniment.evidence.Proofs;
import org.muniment.evidence.SignedNote;

class EvidenceTest {
    @TempDir
    Path home;

    private static List<String> fill(Archive archive, int messages) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Outcome outcome =
                    ArchiveFixture.deliver(archive, ArchiveFixture.mail("Mail " + i, "text"), "bob@example.org");
            ids.add(((Outcome.Archived) outcome).message());
        }
        return ids;
    }

    @Test
    void newMailIsNotCoveredUntilTheNextCheckpoint() throws Exception {
        String id;
        try (Archive archive = ArchiveFixture.open(home)) {
            id = fill(archive, 1).getFirst();
            MessageEvidence evidence = ArchiveFixture.admin(archive).evidence(id);
            assertThat(evidence.covered()).isFalse();
            assertThat(evidence.path()).isEmpty();
            assertThat(evidence.checkpoint()).isEmpty();
            assertThat(evidence.treeSize()).isZero();
        } // closing signs a checkpoint
        try (Archive archive = ArchiveFixture.open(home)) {
            assertProven(ArchiveFixture.admin(archive).evidence(id));
            String later = ((Outcome.Archived)
                            ArchiveFixture.deliver(archive, ArchiveFixture.mail("Later", "text"), "bob@example.org"))
                    .message();
            MessageEvidence evidence = ArchiveFixture.admin(archive).evidence(later);
            assertThat(evidence.covered()).isFalse();
            assertThat(evidence.path()).isEmpty();
            assertThat(evidence.leafIndex()).isGreaterThanOrEqualTo(evidence.treeSize());
        }
    }

    @Test
    void everyMessageOfALongerLogIsProven() throws Exception {
        List<String> ids;
        try (Archive archive = ArchiveFixture.open(home)) {
            ids = fill(archive, 300);
        }
        try (Archive archive = ArchiveFixture.open(home)) {
            for (int i : new int[] {0, 1, 254, 255, 256, 299}) {
                MessageEvidence evidence = ArchiveFixture.admin(archive).evidence(ids.get(i));
                assertThat(evidence.leafIndex()).isEqualTo(i);
                assertProven(evidence);
            }
        }
    }

    @Test
    void mailOfAWriterFromBeforeARestoreIsProvenToo() throws Exception {
        List<String> ids;
        try (Archive archive = ArchiveFixture.open(home)) {
            ids = fill(archive, 3);
        }
        Files.writeString(home.resolve("writer"), "fresh2\n");
        try (Archive archive = ArchiveFixture.open(home)) {
            fill(archive, 1);
            for (String id : ids) {
                assertThat(id).doesNotStartWith("fresh2");
                assertProven(ArchiveFixture.admin(archive).evidence(id));
            }
        }
    }

    private static void assertProven(MessageEvidence evidence) throws IOException {
        assertThat(evidence.covered()).isTrue();
        SignedNote note = SignedNote.parse(evidence.checkpoint().getBytes(StandardCharsets.UTF_8));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.size()).isEqualTo(evidence.treeSize());
        assertThat(HexFormat.of().formatHex(checkpoint.root())).isEqualTo(evidence.rootHash());
        List<byte[]> path =
                evidence.path().stream().map(HexFormat.of()::parseHex).toList();
        Proofs.checkInclusion(
                HexFormat.of().parseHex(evidence.leafHash()),
                evidence.leafIndex(),
                evidence.treeSize(),
                path,
                checkpoint.root());
    }
}
