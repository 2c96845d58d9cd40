package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;

class ArchiveTest {
    @TempDir
    Path home;

    private Archive archive;

    @BeforeEach
    void open() throws IOException {
        archive = ArchiveFixture.open(home);
    }

    @AfterEach
    void everythingIsIntact() throws IOException {
        assertThat(archive.verify(null).failures()).isEmpty();
        archive.close();
    }

    private void reopen() throws IOException {
        archive.close();
        archive = ArchiveFixture.open(home);
    }

    @Test
    void deliveredMailIsFoundAndGivenBackByteForByte() throws Exception {
        String mail = ArchiveFixture.mail("Quarterly 合同", "The numbers are in.");
        Outcome outcome = ArchiveFixture.deliver(archive, mail, "bob@example.org");
        ArchiveFixture.awaitIndexed(archive);

        ArchiveSession session = ArchiveFixture.admin(archive);
        SearchRun run = session.search("numbers subject:合同", ArchiveFixture.ALWAYS, 10);

        assertThat(run.total()).isEqualTo(1);
        String id = ((Outcome.Archived) outcome).message();
        assertThat(run.hits().getFirst().id()).isEqualTo(id);
        try (RawMessage raw = session.raw(id)) {
            assertThat(ArchiveFixture.text(raw)).isEqualTo(mail);
        }
        assertThat(session.message(id).message().subject()).isEqualTo("Quarterly 合同");
        assertThat(session.headers(id)).startsWith("Received: from").endsWith("\r\n\r\n");
    }

    @Test
    void copiesBecomeOneMessageWithEverySighting() throws Exception {
        String mail = ArchiveFixture.mail("One", "text");
        String copy = "Received: by another\r\n" + mail;
        Outcome first = ArchiveFixture.deliver(archive, mail, "bob@example.org");
        Outcome second = ArchiveFixture.deliver(archive, copy, "eve@example.org");
        ArchiveFixture.awaitIndexed(archive);

        String id = ((Outcome.Archived) first).message();
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Merged.class,
                        merged -> assertThat(merged.message()).isEqualTo(id));
        ArchiveSession session = ArchiveFixture.admin(archive);
        List<MessageView.Sighting> sightings = session.message(id).sightings();
        assertThat(sightings).hasSize(2);
        try (RawMessage raw = session.sighting(id, sightings.get(1).id())) {
            assertThat(ArchiveFixture.text(raw)).isEqualTo(copy);
        }
        assertThat(session.search("to:eve@example.org", ArchiveFixture.ALWAYS, 10)
                        .total())
                .isEqualTo(1);
        assertThat(archive.status().archived()).isEqualTo(1);
        assertThat(archive.status().merged()).isEqualTo(1);
    }

    @Test
    void theSameItemGivenTwiceAddsNothing() throws Exception {
        String mail = ArchiveFixture.mail("Item", "text");
        Provenance item = ArchiveFixture.item("aa".repeat(32), "4711");
        archive.ingest(item, Envelope.none(), ArchiveFixture.raw(mail));
        long records = archive.status().lastRecord();
        reopen();

        Outcome again = archive.ingest(item, Envelope.none(), ArchiveFixture.raw(mail));

        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Archived.class, a -> assertThat(a.already()).isTrue());
        assertThat(archive.status().lastRecord()).isEqualTo(records);
    }

    @Test
    void anotherMessageUnderTheSameIdIsKept() throws Exception {
        ArchiveFixture.deliver(archive, ArchiveFixture.mail("<x@y>", "Same", "one text"), "bob@example.org");
        Outcome other =
                ArchiveFixture.deliver(archive, ArchiveFixture.mail("<x@y>", "Same", "another"), "bob@example.org");

        assertThat(other).isInstanceOf(Outcome.Archived.class);
        assertThat(archive.status().archived()).isEqualTo(2);
    }

    @Test
    void copiesThatArriveTogetherMeet() throws Exception {
        List<Callable<Outcome>> arrivals = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String copy = "Received: hop " + i + "\r\n" + ArchiveFixture.mail("Together", "text");
            arrivals.add(() -> ArchiveFixture.deliver(archive, copy, "bob@example.org"));
        }
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : callers.invokeAll(arrivals)) {
                done.get();
            }
        }
        assertThat(archive.status().archived()).isEqualTo(1);
        assertThat(archive.status().merged()).isEqualTo(63);
    }

    @Test
    void largeMailAndItsCopyAreRestoredExactly() throws Exception {
        byte[] noise = new byte[900_000];
        new Random(7).nextBytes(noise);
        String body = java.util.Base64.getMimeEncoder().encodeToString(noise);
        String mail = ArchiveFixture.mail("Large", body);
        String copy = "Received: by another\r\n" + mail;
        List<String> ids = new ArrayList<>();
        for (String text : List.of(mail, copy)) {
            try (RawMessage raw = ArchiveFixture.spooled(archive, text.getBytes(StandardCharsets.UTF_8))) {
                Envelope envelope = new Envelope("", List.of("bob@example.org"), null, null, null);
                Outcome outcome =
                        archive.ingest(new Provenance("smtp", java.time.Instant.now(), null, false), envelope, raw);
                ids.add(outcome instanceof Outcome.Merged merged ? merged.sighting() : "first");
            }
        }
        reopen();
        ArchiveSession session = ArchiveFixture.admin(archive);
        String id = session.search("subject:large", ArchiveFixture.ALWAYS, 1)
                .hits()
                .getFirst()
                .id();
        assertThat(ArchiveFixture.text(session.raw(id))).isEqualTo(mail);
        assertThat(ArchiveFixture.text(session.sighting(id, ids.get(1)))).isEqualTo(copy);
    }

    @Test
    void mailThatConcernsNobodyHereIsCountedAndNotKept() throws Exception {
        String foreign = "From: a@example.net\r\nTo: b@example.com\r\n\r\nx\r\n";
        Outcome outcome = ArchiveFixture.deliver(archive, foreign, "b@example.com");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Excluded.class, e -> assertThat(e.rule()).isEqualTo("no-organisation"));
        assertThat(archive.status().excluded()).isEqualTo(1);
    }

    @Test
    void whileArchivingIsOffMailIsCountedAndNotKept() throws Exception {
        archive.close();
        archive = Archives.open(ArchiveFixture.settings(home, () -> new Rules(false, Set.of("example.org"))));
        Outcome outcome = ArchiveFixture.deliver(archive, ArchiveFixture.mail("Off", "x"), "bob@example.org");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Excluded.class, e -> assertThat(e.rule()).isEqualTo("archiving-off"));
    }

    @Test
    void anEmptyScopeSeesNothing() throws Exception {
        Outcome outcome = ArchiveFixture.deliver(archive, ArchiveFixture.mail("Secret", "x"), "bob@example.org");
        ArchiveFixture.awaitIndexed(archive);
        ArchiveSession nobody = archive.session(ArchiveFixture.ADMIN, new Scope.Nothing());

        assertThat(nobody.search("secret", ArchiveFixture.ALWAYS, 10).total()).isZero();
        String id = ((Outcome.Archived) outcome).message();
        assertThatThrownBy(() -> nobody.raw(id)).isInstanceOf(MessageNotFoundException.class);
    }

    @Test
    void everyReadIsALogEntryFirst() throws Exception {
        Outcome outcome = ArchiveFixture.deliver(archive, ArchiveFixture.mail("Seen", "x"), "bob@example.org");
        ArchiveSession session = ArchiveFixture.admin(archive);
        session.search("seen", ArchiveFixture.ALWAYS, 10);
        session.message(((Outcome.Archived) outcome).message());
        session.raw(((Outcome.Archived) outcome).message()).close();

        assertThat(archive.status().logEntries()).isEqualTo(3);
    }

    @Test
    void pagesOfASearchStayTheSameWhileMailArrives() throws Exception {
        for (int i = 0; i < 5; i++) {
            ArchiveFixture.deliver(archive, ArchiveFixture.mail("Page " + i, "find me"), "bob@example.org");
        }
        ArchiveFixture.awaitIndexed(archive);
        ArchiveSession session = ArchiveFixture.admin(archive);
        SearchRun first = session.search("find", ArchiveFixture.ALWAYS, 3);
        ArchiveFixture.deliver(archive, ArchiveFixture.mail("Page late", "find me"), "bob@example.org");
        ArchiveFixture.awaitIndexed(archive);

        SearchRun second = session.page(first.id(), 3, java.util.Objects.requireNonNull(first.next()));

        assertThat(first.total()).isEqualTo(5);
        assertThat(second.total()).isEqualTo(5);
        assertThat(second.hits()).hasSize(2);
        assertThat(second.next()).isNull();
    }

    @Test
    void anExportHoldsTheOriginalsAndTheirSums() throws Exception {
        String mail = ArchiveFixture.mail("=Exported", "text");
        ArchiveFixture.deliver(archive, mail, "bob@example.org");
        ArchiveFixture.awaitIndexed(archive);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ArchiveSession.Export export = ArchiveFixture.admin(archive).exportSearch("exported", ArchiveFixture.ALWAYS);
        export.writeZip(zip, null);

        Map<String, String> entries = unzip(zip.toByteArray());
        assertThat(export.size()).isEqualTo(1);
        assertThat(entries.keySet()).hasSize(4).contains("manifest.csv", "SHA256SUMS", "export.json");
        assertThat(entries.values().iterator().next()).isEqualTo(mail);
        assertThat(entries.get("manifest.csv")).contains("\"'=Exported\"");
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void aRebuiltIndexFindsTheSame() throws Exception {
        for (int i = 0; i < 20; i++) {
            ArchiveFixture.deliver(archive, ArchiveFixture.mail("Rebuilt " + i, "find me"), "bob@example.org");
        }
        ArchiveFixture.awaitIndexed(archive);
        archive.rebuildIndex();
        org.awaitility.Awaitility.await().until(() -> {
            Status status = archive.status();
            return status.indexed() == 20 && status.indexPosition() == status.lastRecord();
        });
        assertThat(ArchiveFixture.admin(archive)
                        .search("find", ArchiveFixture.ALWAYS, 0)
                        .total())
                .isEqualTo(20);
    }

    @Test
    void whatWasIndexedBeforeIsThereAfterAReopening() throws Exception {
        ArchiveFixture.deliver(archive, ArchiveFixture.mail("Kept", "x"), "bob@example.org");
        reopen();
        ArchiveFixture.awaitIndexed(archive);

        assertThat(ArchiveFixture.admin(archive)
                        .search("kept", ArchiveFixture.ALWAYS, 0)
                        .total())
                .isEqualTo(1);
        assertThat(archive.status().indexed()).isEqualTo(1);
    }
}
