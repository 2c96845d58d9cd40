package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Snippet.Part;
import org.muniment.evidence.Disk;
import org.muniment.index.Span;
import org.muniment.message.RawMessage;
import org.muniment.store.RecordId;
import org.muniment.store.Store;

/** What a session hands out of a message or a search run, beyond the original. */
class SessionTest {
    private static final String WITH_ATTACHMENT = """
            From: Ada <ada@example.net>
            To: bob@example.org
            Message-ID: <offer@example.net>
            Subject: Offer 报价
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=utf-8

            <p>Please find <b>our</b>
            offer.</p>
            --b
            Content-Type: application/pdf; name="price list.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0=
            --b--
            """.replace("\n", "\r\n");

    @TempDir
    Path home;

    private Archive archive;
    private ArchiveSession session;

    @BeforeEach
    void open() throws IOException {
        archive = ArchiveFixture.open(home);
        session = ArchiveFixture.admin(archive);
    }

    @AfterEach
    void close() throws IOException {
        archive.close();
    }

    private String archived(String mail) throws IOException {
        Outcome outcome = ArchiveFixture.deliver(archive, mail, "bob@example.org");
        return ((Outcome.Archived) outcome).message();
    }

    private SearchRun found(String query) throws Exception {
        ArchiveFixture.awaitIndexed(archive);
        return session.search(query, ArchiveFixture.ALWAYS, 10);
    }

    @Test
    void snippetShowsTheFirstPlaceInTheBody() throws Exception {
        String id = archived(ArchiveFixture.mail(
                "Quarterly report",
                "Filler. ".repeat(100) + "Here   is\r\n\r\n  the quarterly\tReport for 合同书." + " More.".repeat(100)));
        SearchRun run = found("report 合同");

        Snippet snippet = session.snippets(run.id(), List.of(id)).getFirst();

        assertThat(snippet.id()).isEqualTo(id);
        assertThat(snippet.part()).isEqualTo(Part.BODY);
        assertThat(snippet.subject()).containsExactly(new Span(10, 16));
        assertThat(snippet.text())
                .startsWith("…")
                .endsWith("…")
                .contains("Here is the quarterly Report for 合同书. More.");
        assertThat(snippet.text().length()).isLessThanOrEqualTo(162);
        assertThat(snippet.spans().stream().map(span -> snippet.text().substring(span.start(), span.end())))
                .containsExactly("Report", "合同");
    }

    @Test
    void snippetOfAFileNameOrOfNothingElse() throws Exception {
        String id = archived(WITH_ATTACHMENT);

        Snippet byName =
                session.snippets(found("\"price list\"").id(), List.of(id)).getFirst();
        assertThat(byName.part()).isEqualTo(Part.ATTACHMENT);
        assertThat(byName.text()).isEqualTo("price list.pdf");
        assertThat(byName.spans()).containsExactly(new Span(0, 10));

        Snippet bySubject = session.snippets(found("报价").id(), List.of(id)).getFirst();
        assertThat(bySubject.part()).isEqualTo(Part.SUBJECT);
        assertThat(bySubject.subject()).containsExactly(new Span(6, 8));
        assertThat(bySubject.text()).isEqualTo("Please find our offer.");
        assertThat(bySubject.spans()).isEmpty();

        Snippet bySender = session.snippets(found("from:ada").id(), List.of(id)).getFirst();
        assertThat(bySender.part()).isEqualTo(Part.NONE);
        assertThat(bySender.text()).isEqualTo("Please find our offer.");
    }

    @Test
    void snippetsAreOfWhatTheRunCouldSee() throws Exception {
        String before = archived(ArchiveFixture.mail("Before", "find me"));
        SearchRun run = found("find");
        String after = archived(ArchiveFixture.mail("After", "find me"));
        ArchiveFixture.awaitIndexed(archive);

        assertThat(session.snippets(run.id(), List.of(after, before, run.id(), "nothing", "aaaaaa-1")))
                .extracting(Snippet::id)
                .containsExactly(before);
        ArchiveSession other = archive.session(new Actor("eve@example.org", null), new Scope.Everything());
        assertThatThrownBy(() -> other.snippets(run.id(), List.of(before)))
                .isInstanceOf(MessageNotFoundException.class);
        assertThatThrownBy(() -> session.snippets(before, List.of(before)))
                .isInstanceOf(MessageNotFoundException.class);
        List<String> tooMany = java.util.Collections.nCopies(ArchiveSession.MOST_SNIPPETS + 1, before);
        assertThatThrownBy(() -> session.snippets(run.id(), tooMany)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void contentIsPageTextAndPictures() throws Exception {
        String id = archived(WITH_ATTACHMENT);

        MessageContent content = session.content(id);

        assertThat(content.html()).isEqualTo("<p>Please find <b>our</b>\r\noffer.</p>");
        assertThat(content.text()).isEqualTo("Please find our offer.");
        assertThat(content.truncated()).isFalse();
        assertThat(content.inline()).isEmpty();
        assertThat(session.message(id).message().html()).isTrue();
    }

    @Test
    void attachmentIsDecoded() throws Exception {
        String id = archived(WITH_ATTACHMENT);

        AttachedFile file = session.attachment(id, 1);

        assertThat(file.filename()).isEqualTo("price list.pdf");
        assertThat(file.contentType()).isEqualTo("application/pdf");
        assertThat(file.size()).isEqualTo(5);
        try (InputStream in = file.open()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
        assertThatThrownBy(() -> session.attachment(id, 2)).isInstanceOf(MessageNotFoundException.class);
        assertThatThrownBy(() -> session.attachment(id, 0)).isInstanceOf(MessageNotFoundException.class);
    }

    @Test
    void largeAttachmentIsStreamed() throws Exception {
        byte[] noise = new byte[3 << 20];
        new Random(5).nextBytes(noise);
        String mail =
                WITH_ATTACHMENT.replace("JVBERi0=", Base64.getMimeEncoder().encodeToString(noise));
        Outcome outcome;
        try (RawMessage raw = ArchiveFixture.spooled(archive, mail.getBytes(StandardCharsets.UTF_8))) {
            outcome = archive.ingest(
                    ArchiveFixture.item("ab".repeat(32), "0"), org.muniment.message.Envelope.none(), raw);
        }
        AttachedFile file = session.attachment(((Outcome.Archived) outcome).message(), 1);

        assertThat(file.size()).isEqualTo(noise.length);
        try (InputStream in = file.open()) {
            assertThat(in.readAllBytes()).isEqualTo(noise);
        }
        assertThat(onlySnippet("offer").part()).isEqualTo(Part.BODY);
        assertThat(onlySnippet("\"price list\"").text()).isEqualTo("price list.pdf");
        assertThat(onlySnippet("报价").part()).isEqualTo(Part.SUBJECT);
    }

    private Snippet onlySnippet(String query) throws Exception {
        SearchRun run = found(query);
        return session.snippets(run.id(), List.of(run.hits().getFirst().id())).getFirst();
    }

    @Test
    void textBehindALargeAttachmentIsShownToo() throws Exception {
        String filler = "A".repeat(3 << 20);
        String mail =
                WITH_ATTACHMENT.replace("--b--", "--b\r\nContent-Type: text/plain\r\n\r\nThe postscript.\r\n--b--");
        archived(mail.replace("JVBERi0=", filler));

        Snippet snippet = onlySnippet("postscript");

        assertThat(snippet.part()).isEqualTo(Part.BODY);
        assertThat(snippet.text()).isEqualTo("Please find our offer. The postscript.");
    }

    @Test
    void firstPageOfARunComesAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            archived(ArchiveFixture.mail("Page " + i, "find me"));
        }
        SearchRun run = found("find");

        SearchRun again = session.page(run.id(), 2, null);

        assertThat(again.hits()).isEqualTo(run.hits().subList(0, 2));
        assertThat(again.query()).isEqualTo("find");
        SearchRun rest = session.page(run.id(), 2, Objects.requireNonNull(again.next()));
        assertThat(rest.hits()).isEqualTo(run.hits().subList(2, 3));
    }

    @Test
    void exportOfARunIsWhatItFoundThen() throws Exception {
        String before = archived(ArchiveFixture.mail("Before", "find me"));
        SearchRun run = found("find");
        archived(ArchiveFixture.mail("After", "find me"));
        ArchiveFixture.awaitIndexed(archive);

        ArchiveSession.Export export = session.exportRun(run.id());

        assertThat(export.size()).isEqualTo(1);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        export.writeZip(zip, null);
        assertThat(names(zip.toByteArray()))
                .containsExactly("messages/" + before + ".eml", "manifest.csv", "SHA256SUMS", "export.json");
        assertThatThrownBy(() -> session.exportRun(before)).isInstanceOf(MessageNotFoundException.class);
    }

    private static List<String> names(byte[] bytes) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void everyReadIsALogEntryOfItsOwnKind() throws Exception {
        String id = archived(WITH_ATTACHMENT);
        SearchRun run = found("offer");
        long entries = archive.status().logEntries();
        session.snippets(run.id(), List.of(id));
        session.content(id);
        session.attachment(id, 1);
        session.evidence(id);
        session.exportRun(run.id());

        assertThat(archive.status().logEntries()).isEqualTo(entries + 5);
        List<Meta> log = lastRecords(5);
        assertThat(log)
                .extracting(entry -> entry.text(Meta.Tag.EVENT))
                .containsExactly(
                        "search.snippets", "message.render", "message.attachment", "message.evidence", "export.create");
        assertThat(log.get(2).texts(Meta.Tag.DETAIL))
                .containsExactly("message=" + id, "number=1", "name=price list.pdf");
        assertThat(log.get(4).texts(Meta.Tag.DETAIL)).contains("search=" + run.id(), "total=1");
    }

    /** Closes the archive and reads what its last records say. */
    private List<Meta> lastRecords(int count) throws IOException {
        archive.close();
        List<Meta> metas = new ArrayList<>();
        Archive.Settings settings = ArchiveFixture.settings(home, () -> new Rules(true, Set.of()));
        try (Store store = Store.open(LocalArchive.storeSettings(settings, Disk.real()))) {
            for (long n = store.last() - count + 1; n <= store.last(); n++) {
                metas.add(Meta.decode(store.read(new RecordId(store.writer(), n))
                        .orElseThrow()
                        .meta()));
            }
        }
        open();
        return metas;
    }

    @Test
    void nothingIsSeenWithoutAScope() throws Exception {
        String id = archived(WITH_ATTACHMENT);
        ArchiveFixture.awaitIndexed(archive);
        ArchiveSession nobody = archive.session(ArchiveFixture.ADMIN, new Scope.Nothing());
        SearchRun run = nobody.search("offer", ArchiveFixture.ALWAYS, 10);

        assertThat(nobody.snippets(run.id(), List.of(id))).isEmpty();
        assertThat(nobody.page(run.id(), 5, null).hits()).isEmpty();
        assertThat(nobody.exportRun(run.id()).size()).isZero();
        assertThatThrownBy(() -> nobody.content(id)).isInstanceOf(MessageNotFoundException.class);
        assertThatThrownBy(() -> nobody.attachment(id, 1)).isInstanceOf(MessageNotFoundException.class);
        assertThatThrownBy(() -> nobody.evidence(id)).isInstanceOf(MessageNotFoundException.class);
    }
}
