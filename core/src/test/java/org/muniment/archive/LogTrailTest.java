package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LogTrail.Position;
import org.muniment.evidence.Checkpoint;
import org.muniment.evidence.Proofs;
import org.muniment.evidence.SignedNote;

class LogTrailTest {
    private static final Actor REASONING = new Actor("ada@example.org", "192.0.2.7", "asked by the court", "case_7");

    @TempDir
    Path home;

    private static void logAndDeliver(Archive archive, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            archive.log(ArchiveFixture.ADMIN, "test.entry", Map.of("number", Integer.toString(i)));
            ArchiveFixture.deliver(archive, ArchiveFixture.mail("Mail " + i, "text"), "bob@example.org");
        }
    }

    private static List<String> numbers(List<LogEntry> entries) {
        return entries.stream()
                .map(entry -> entry.detail().getOrDefault("number", "?"))
                .toList();
    }

    @Test
    void entriesAreReadInTheOrderTheyWereWrittenInPages() throws Exception {
        try (Archive archive = ArchiveFixture.open(home)) {
            logAndDeliver(archive, 0, 10);
            LogTrail trail = archive.trail();
            List<LogEntry> first = new ArrayList<>();
            Position middle = trail.read(Position.BEGINNING, trail.end(), 4, first::add);
            assertThat(numbers(first)).containsExactly("0", "1", "2", "3");
            List<LogEntry> rest = new ArrayList<>();
            Position end = trail.read(middle, trail.end(), 100, rest::add);
            assertThat(numbers(rest)).containsExactly("4", "5", "6", "7", "8", "9");
            assertThat(end).isEqualTo(trail.end());
            assertThat(trail.size()).isEqualTo(10);
            List<LogEntry> none = new ArrayList<>();
            assertThat(trail.read(end, trail.end(), 100, none::add)).isEqualTo(end);
            assertThat(none).isEmpty();
            assertThat(trail.awaitBeyond(end, 1)).isFalse();
            logAndDeliver(archive, 10, 11);
            assertThat(trail.awaitBeyond(end, 1)).isTrue();
            trail.read(end, trail.end(), 100, none::add);
            assertThat(numbers(none)).containsExactly("10");
        }
    }

    @Test
    void readingEndsAtThePlaceThatIsGiven() throws Exception {
        try (Archive archive = ArchiveFixture.open(home)) {
            logAndDeliver(archive, 0, 3);
            LogTrail trail = archive.trail();
            Position then = trail.end();
            logAndDeliver(archive, 3, 6);
            List<LogEntry> entries = new ArrayList<>();
            assertThat(trail.read(Position.BEGINNING, then, 100, entries::add)).isEqualTo(then);
            assertThat(numbers(entries)).containsExactly("0", "1", "2");
        }
    }

    @Test
    void entriesFromBeforeARestoreComeFirst() throws Exception {
        try (Archive archive = ArchiveFixture.open(home)) {
            logAndDeliver(archive, 0, 3);
        }
        Files.delete(home.resolve("writer")); // as after a restore: a new name for what is written from now on
        try (Archive archive = ArchiveFixture.open(home)) {
            logAndDeliver(archive, 3, 5);
            LogTrail trail = archive.trail();
            List<LogEntry> entries = new ArrayList<>();
            Position at = Position.BEGINNING;
            while (!at.equals(trail.end())) {
                at = trail.read(at, trail.end(), 1, entries::add);
            }
            assertThat(numbers(entries)).containsExactly("0", "1", "2", "3", "4");
            assertThat(entries.stream().map(entry -> entry.id().replaceFirst("-.*", "")))
                    .startsWith(entries.getFirst().id().replaceFirst("-.*", ""))
                    .endsWith(at.writer());
        }
    }

    @Test
    void theActorsReasonAndCaseAreInTheEntryUnlessTheActHasItsOwn() throws Exception {
        try (Archive archive = ArchiveFixture.open(home)) {
            LogEntry plain = archive.log(REASONING, "message.view", Map.of("message", "x"));
            LogEntry own = archive.log(REASONING, "archive.enable", Map.of("reason", "service begins"));
            LogTrail trail = archive.trail();
            assertThat(trail.find(plain.id()).orElseThrow().detail())
                    .containsEntry("reason", "asked by the court")
                    .containsEntry("case", "case_7");
            assertThat(trail.find(own.id()).orElseThrow().detail()).containsEntry("reason", "service begins");
        }
    }

    @Test
    void whatIsNoEntryIsNotFoundInTheLog() throws Exception {
        try (Archive archive = ArchiveFixture.open(home)) {
            Outcome mail = ArchiveFixture.deliver(archive, ArchiveFixture.mail("Mail", "text"), "bob@example.org");
            LogTrail trail = archive.trail();
            String message = ((Outcome.Archived) mail).message();
            assertThat(trail.find(message)).isEmpty();
            assertThat(trail.evidence(message)).isEmpty();
            assertThat(trail.find("nonsense")).isEmpty();
            assertThat(trail.evidence("wwww-99")).isEmpty();
        }
    }

    @Test
    void anEntryIsProvenUnderTheNextCheckpoint() throws Exception {
        String id;
        try (Archive archive = ArchiveFixture.open(home)) {
            logAndDeliver(archive, 0, 20);
            id = archive.log(ArchiveFixture.ADMIN, "test.entry", Map.of()).id();
            assertThat(archive.trail().evidence(id).orElseThrow().covered()).isFalse();
        } // closing signs a checkpoint
        try (Archive archive = ArchiveFixture.open(home)) {
            LogEvidence evidence = archive.trail().evidence(id).orElseThrow();
            assertThat(evidence.covered()).isTrue();
            HexFormat hex = HexFormat.of();
            Proofs.checkInclusion(
                    hex.parseHex(evidence.leafHash()),
                    evidence.leafIndex(),
                    evidence.treeSize(),
                    evidence.path().stream().map(hex::parseHex).toList(),
                    Checkpoint.parse(SignedNote.parse(evidence.checkpoint().getBytes(StandardCharsets.UTF_8))
                                    .text())
                            .root());
        }
    }
}
