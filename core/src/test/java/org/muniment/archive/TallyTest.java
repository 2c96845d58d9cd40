package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Tally.Day;
import org.muniment.archive.Tally.SentDay;
import org.muniment.evidence.Disk;
import org.muniment.message.Envelope;

class TallyTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path home;

    private final SetClock clock = new SetClock();
    private volatile Rules rules = new Rules(true, Set.of("example.org"));
    private Archive archive;

    /** Shows the time it was set to. */
    private static final class SetClock extends Clock {
        private volatile Instant time = Instant.parse("2026-03-02T10:00:00Z");

        @Override
        public Instant instant() {
            return time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() throws IOException {
        archive = LocalArchive.open(ArchiveFixture.settings(home, () -> rules), Disk.real(), clock);
    }

    @AfterEach
    void close() throws IOException {
        archive.close();
    }

    private void reopen() throws IOException {
        ArchiveFixture.awaitIndexed(archive); // what was not counted yet is not in the file either
        archive.close();
        open();
        ArchiveFixture.awaitIndexed(archive);
    }

    /** Two days: three kept, two of them by import, one merged, one excluded; log entries between them. */
    private void fill() throws IOException {
        ArchiveFixture.deliver(archive, ArchiveFixture.mail("One", "text"), "bob@example.org");
        ArchiveFixture.deliver(archive, "Received: again\r\n" + ArchiveFixture.mail("One", "text"), "eve@example.org");
        archive.log(ArchiveFixture.ADMIN, "test.entry", Map.of());
        clock.time = Instant.parse("2026-03-02T16:30:00Z"); // in Shanghai already the next day
        imported("1", ArchiveFixture.mail("Two", "text"));
        clock.time = Instant.parse("2026-03-03T00:00:00Z");
        imported("2", "From: ada@example.net\r\nDate: Sat, 1 Jan 2000 12:00:00 +0000\r\n\r\nold\r\n");
        ArchiveFixture.deliver(archive, "From: a@b.net\r\nTo: c@d.net\r\n\r\nforeign\r\n", "c@d.net");
        ArchiveFixture.awaitIndexed(archive);
    }

    private void imported(String position, String mail) throws IOException {
        archive.ingest(ArchiveFixture.item("cd".repeat(32), position), Envelope.none(), ArchiveFixture.raw(mail));
    }

    private void assertCounted() {
        assertThat(archive.tally().days(FIRST.minusDays(1), FIRST.plusDays(1), UTC))
                .containsExactly(
                        new Day(FIRST.minusDays(1), 0, 0, 0, Map.of()),
                        new Day(FIRST, 2, 1, 0, Map.of("smtp", 1L, "import", 1L)),
                        new Day(FIRST.plusDays(1), 1, 0, 1, Map.of("import", 1L)));
        assertThat(archive.tally().sentDays(FIRST, FIRST)).containsExactly(new SentDay(FIRST, 2));
        LocalDate millennium = LocalDate.parse("2000-01-01");
        assertThat(archive.tally().sentDays(millennium, millennium)).containsExactly(new SentDay(millennium, 1));
    }

    @Test
    void daysAreCountedByOutcomeAndSource() throws IOException {
        fill();
        assertCounted();
        assertThat(archive.tally().days(FIRST, FIRST.plusDays(1), SHANGHAI))
                .containsExactly(
                        new Day(FIRST, 1, 1, 0, Map.of("smtp", 1L)),
                        new Day(FIRST.plusDays(1), 2, 0, 1, Map.of("import", 2L)));
    }

    @Test
    void countsOutlastARestart() throws IOException {
        fill();
        reopen();
        assertCounted();
    }

    @Test
    void countsAreMadeAgainFromTheStoreWhenTheFileIsMissingOrDamaged() throws IOException {
        fill();
        archive.close();
        Files.delete(file());
        open();
        awaitCounted();
        archive.close();
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);
        open();
        awaitCounted();
        archive.close();
        Files.write(file(), new byte[3]);
        open();
        awaitCounted();
    }

    private Path file() {
        return home.resolve("organisations/org_1/tally");
    }

    private void awaitCounted() {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).untilAsserted(this::assertCounted);
    }

    @Test
    void anOlderFileCatchesUp() throws IOException {
        ArchiveFixture.deliver(archive, ArchiveFixture.mail("Zero", "text"), "bob@example.org");
        reopen();
        byte[] older = Files.readAllBytes(file());
        fill();
        archive.close();
        Files.write(file(), older); // as if the power had failed between the index and this file
        open();
        Awaitility.await().untilAsserted(() -> assertThat(sum(FIRST)).isEqualTo(3));
        assertThat(sum(FIRST.plusDays(1))).isEqualTo(1);
    }

    private long sum(LocalDate day) {
        return archive.tally().days(day, day, UTC).getFirst().archived();
    }

    @Test
    void anIndexThatFallsBackMakesNothingCountTwice() throws IOException {
        fill();
        archive.close();
        try (var files = Files.walk(home.resolve("organisations/org_1/partitions"))) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        open();
        ArchiveFixture.awaitIndexed(archive);
        assertThat(archive.status().indexed()).isEqualTo(3);
        assertCounted();
    }

    @Test
    void aFileOfAnotherStoreIsNotBelieved() throws IOException {
        fill();
        archive.close();
        byte[] foreign = Files.readAllBytes(file());
        try (var store = Files.walk(home)) {
            for (Path path : store.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!path.equals(home) && !path.startsWith(home.resolve("writer"))) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(file().getParent());
        Files.write(file(), foreign);
        open();
        assertThat(sum(FIRST)).isZero();
    }

    @Test
    void rebuildingCountsTheSame() throws IOException {
        fill();
        archive.rebuildIndex();
        for (int i = 0; i < 3; i++) { // the old counts stand until the new ones have come as far
            assertCounted();
        }
        Awaitility.await().until(() -> archive.status().indexed() == 3);
        ArchiveFixture.awaitIndexed(archive);
        assertCounted();
        reopen();
        assertCounted();
    }

    @Test
    void recordsOfAWriterFromBeforeARestoreCount() throws IOException {
        fill();
        archive.close();
        Files.writeString(home.resolve("writer"), "fresh2\n");
        open();
        awaitCounted();
        archive.rebuildIndex();
        ArchiveFixture.deliver(archive, ArchiveFixture.mail("New", "text"), "bob@example.org");
        Awaitility.await().until(() -> archive.status().indexed() == 4);
        assertThat(sum(FIRST.plusDays(1))).isEqualTo(2);
        assertThat(sum(FIRST)).isEqualTo(2);
    }

    @Test
    void rangesAreBounded() {
        LocalDate far = FIRST.plusDays(Tally.MOST_DAYS);
        assertThatThrownBy(() -> archive.tally().days(FIRST, far, UTC)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> archive.tally().sentDays(FIRST, far)).isInstanceOf(IllegalArgumentException.class);
        assertThat(archive.tally().sentDays(FIRST, far.minusDays(1))).hasSize(Tally.MOST_DAYS);
        assertThat(archive.tally().days(FIRST, FIRST.minusDays(1), UTC)).isEmpty();
    }

    @Test
    void accountsAreDistinctAddressesOfTheDomains() throws IOException {
        fill();
        assertThat(archive.tally().accounts(Set.of("example.org"))).isEqualTo(2); // bob and eve
        imported("3", "From: BOB@Example.ORG\r\nTo: new@example.org, x@sub.example.org\r\n\r\nx\r\n");
        ArchiveFixture.awaitIndexed(archive);
        assertThat(archive.tally().accounts(Set.of("Example.org"))).isEqualTo(3);
        assertThat(archive.tally().accounts(Set.of("example.org", "example.net")))
                .isEqualTo(4);
        assertThat(archive.tally().accounts(Set.of())).isZero();

        rules = new Rules(true, Set.of("sub.example.org", "example.net"));
        imported("4", "From: y@sub.example.org\r\nTo: c@example.org\r\n\r\ny\r\n");
        ArchiveFixture.awaitIndexed(archive);
        assertThat(archive.tally().accounts(Set.of("sub.example.org"))).isEqualTo(2);
        assertThat(archive.tally().accounts(Set.of("example.org"))).isEqualTo(4);
        reopen();
        assertThat(archive.tally().accounts(Set.of("sub.example.org", "example.org")))
                .isEqualTo(6);
    }

    @Test
    void setOfAddressesCountsEachOnceUpToItsBound() {
        AddressSet set = new AddressSet();
        for (int i = 0; i < 60_000; i++) {
            set.add("person" + i % 50_000 + "@example.org");
        }
        assertThat(set.size()).isEqualTo(50_000);
        for (int i = 0; i < 1_100_000; i++) {
            set.add("other" + i + "@example.org");
        }
        assertThat(set.size()).isEqualTo(1_000_000);
    }

    @Test
    void sentTimesBeyondReasonCountAtTheBorder() {
        Counts counts = new Counts();
        long number = 1;
        for (String sent : List.of("0001-01-01T00:00:00Z", "1969-12-31T23:00:00Z", "9999-01-01T00:00:00Z")) {
            counts.count(passed(number++, Instant.parse(sent)));
        }
        counts.count(passed(1, Instant.EPOCH)); // counted before
        assertThat(counts.sentDays())
                .containsExactly(
                        Map.entry(0L, 2L),
                        Map.entry(LocalDate.parse("2027-12-31").toEpochDay(), 1L));
    }

    private static Passed passed(long number, @Nullable Instant sent) {
        var id = new org.muniment.store.RecordId("abcdef", number);
        long time = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
        return new Passed(id, org.muniment.store.Kind.MESSAGE, time, "smtp", sent, Set.of(), null);
    }

    @Test
    void manySourcesShareOneName() {
        Counts counts = new Counts();
        for (int i = 1; i <= 500; i++) {
            var id = new org.muniment.store.RecordId("abcdef", i);
            counts.count(
                    new Passed(id, org.muniment.store.Kind.MESSAGE, 0, "source" + i, Instant.EPOCH, Set.of(), null));
        }
        Map<String, Long> archived = counts.hours().get(0L).archived;
        assertThat(archived).hasSize(101).containsEntry(Counts.OTHER_SOURCES, 400L);
    }

    @Test
    void oldestRecordThatSearchesDoNotSeeIsKnown() throws IOException {
        assertThat(archive.status().oldestUnindexed()).isNull();
        ArchiveFixture.deliver(archive, ArchiveFixture.mail("One", "text"), "bob@example.org");
        Instant seen = archive.status().oldestUnindexed();
        assertThat(seen == null || seen.equals(clock.time)).isTrue();
        ArchiveFixture.awaitIndexed(archive);
        assertThat(archive.status().oldestUnindexed()).isNull();
    }
}
