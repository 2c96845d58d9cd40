package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Meta.Tag;
import org.muniment.evidence.Disk;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.store.RecordId;
import org.muniment.store.Store;
import org.muniment.store.StoredRecord;

/** The sixteen rules in the words and the order of the requirements, over a real archive. Ours is example.org. */
class SixteenRulesTest {
    private static final String ADA = "ada@example.net";
    private static final String BOB = "bob@example.org";
    private static final String EVE = "eve@example.org";
    private static final String WATCH = "watch@example.org";

    @TempDir
    Path home;

    private Archive archive;
    private volatile Rules rules = new Rules(true, Set.of("example.org"));

    @BeforeEach
    void open() throws IOException {
        archive = Archives.open(ArchiveFixture.settings(home, () -> rules));
    }

    @AfterEach
    void everythingIsIntact() throws IOException {
        assertThat(archive.verify(null).failures()).isEmpty();
        archive.close();
    }

    private Outcome deliver(String mail, String from, Facts facts, String... recipients) throws IOException {
        Envelope envelope = new Envelope(from, List.of(recipients), "192.0.2.1", "mx", "ESMTP");
        Provenance provenance = new Provenance("smtp", Instant.now(), null, false, facts);
        return archive.ingest(provenance, envelope, ArchiveFixture.raw(mail));
    }

    private Outcome deliver(String mail, String... recipients) throws IOException {
        return deliver(mail, ADA, Facts.NONE, recipients);
    }

    private static String mail(String from, String to, String subject, String... more) {
        return "From: " + from + "\r\nTo: " + to + "\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMessage-ID: <"
                + subject.hashCode() + "@example.net>\r\n" + lines(more) + "Subject: " + subject + "\r\n\r\ntext\r\n";
    }

    private static String lines(String... lines) {
        return Stream.of(lines).map(line -> line + "\r\n").reduce("", String::concat);
    }

    private static Facts failed(String... recipients) {
        return new Facts(true, false, Set.of(), Set.of(recipients), Set.of(), null);
    }

    private static Facts transaction(String name) {
        return new Facts(false, false, Set.of(), Set.of(), Set.of(), name);
    }

    private void assertArchived(long messages, long merged) {
        assertThat(archive.status().archived()).isEqualTo(messages);
        assertThat(archive.status().merged()).isEqualTo(merged);
    }

    private static String archived(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Archived.class);
        return ((Outcome.Archived) outcome).message();
    }

    private static void assertExcluded(Outcome outcome, int number, String name) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Excluded.class, excluded -> {
            assertThat(excluded.number()).isEqualTo(number);
            assertThat(excluded.rule()).isEqualTo(name);
        });
    }

    private Set<String> recipients(String message) throws Exception {
        Set<String> recipients = new LinkedHashSet<>();
        for (MessageView.Sighting sighting :
                ArchiveFixture.admin(archive).message(message).sightings()) {
            recipients.addAll(sighting.envelope().recipients());
        }
        return recipients;
    }

    private long found(String query) throws Exception {
        ArchiveFixture.awaitIndexed(archive);
        return ArchiveFixture.admin(archive)
                .search(query, ArchiveFixture.ALWAYS, 10)
                .total();
    }

    /** What the ledger says of a mail, read from the store while the archive is closed. */
    private Meta ledger(String record) throws IOException {
        archive.close();
        try (Store store =
                Store.open(LocalArchive.storeSettings(ArchiveFixture.settings(home, () -> rules), Disk.real()))) {
            Optional<StoredRecord> stored = store.read(RecordId.parse(record));
            return Meta.decode(stored.orElseThrow().meta());
        } finally {
            open();
        }
    }

    private Map<Integer, Long> counted() {
        ArchiveFixture.awaitIndexed(archive);
        Map<Integer, Long> mails = new HashMap<>();
        rulesOfToday().forEach(day -> day.mails().forEach((rule, count) -> mails.merge(rule, count, Long::sum)));
        return mails;
    }

    private List<Tally.RuleDay> rulesOfToday() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return archive.tally().ruleDays(today.minusDays(1), today, ZoneOffset.UTC);
    }

    @Nested
    @DisplayName("1. Separate emails only archive one email")
    class Rule1 {
        @Test
        void copiesOfSenderAndRecipientAreOneMessage() throws Exception {
            String mail = mail(BOB, EVE, "One to one");
            String sent = archived(deliver("Received: by submission\r\n" + mail, BOB, Facts.NONE, EVE));
            Outcome received = deliver("Return-Path: <bob@example.org>\r\nReceived: by mx\r\n" + mail, EVE);

            assertThat(received).isInstanceOf(Outcome.Merged.class);
            assertArchived(1, 1);
            assertThat(recipients(sent)).containsExactly(EVE);
            assertThat(counted()).containsEntry(1, 1L);
        }
    }

    @Nested
    @DisplayName("2. Only one email sent to multiple people at the same time is archived")
    class Rule2 {
        @Test
        void deliveriesToEachAreOneMessageWithAllRecipients() throws Exception {
            String mail = mail(ADA, "bob@example.org, eve@example.org", "One to many");
            String first = archived(deliver(mail, BOB));
            deliver("Received: by another\r\n" + mail, EVE);
            deliver("Received: by a third\r\n" + mail, "blind@example.org");

            assertArchived(1, 2);
            assertThat(recipients(first)).containsExactly(BOB, EVE, "blind@example.org");
            assertThat(found("to:blind@example.org")).isEqualTo(1);
            assertThat(counted()).containsEntry(2, 2L);
        }
    }

    @Nested
    @DisplayName("3. Archive multiple emails sent to multiple people separately")
    class Rule3 {
        @Test
        void eachRecipientHasAMessageEvenUnderOneMessageId() throws Exception {
            for (String to : List.of(BOB, EVE, "ken@example.org")) {
                archived(deliver(mail(ADA, to, "Separately"), to));
            }
            assertArchived(3, 0);
            assertThat(counted()).containsEntry(3, 2L);
        }

        @Test
        void equalMailOfTwoTransactionsIsOneByHeaderAndTwoByTransaction() throws Exception {
            String mail = mail(ADA, "undisclosed-recipients:;", "Hidden");
            deliver(mail, ADA, transaction("4F1"), BOB);
            deliver(mail, ADA, transaction("4F2"), EVE);
            assertArchived(1, 1);

            rules = byTransaction();
            String other = mail(ADA, "undisclosed-recipients:;", "Hidden as well");
            deliver(other, ADA, transaction("5A1"), BOB);
            deliver(other, ADA, transaction("5A2"), EVE);
            deliver("Received: again\r\n" + other, ADA, transaction("5A2"), "ken@example.org");
            assertArchived(3, 2);
        }

        @Test
        void transactionsAreStillToldApartAfterARestart() throws Exception {
            rules = byTransaction();
            String mail = mail(ADA, "undisclosed-recipients:;", "Hidden");
            String first = archived(deliver(mail, ADA, transaction("4F1"), BOB));
            archived(deliver(mail, ADA, transaction("4F2"), BOB));
            assertThat(ledger(first).text(Tag.TRANSACTION)).isEqualTo("4F1"); // closes and opens the archive

            assertThat(deliver(mail, ADA, transaction("4F2"), BOB))
                    .isInstanceOfSatisfying(
                            Outcome.Archived.class,
                            again -> assertThat(again.already()).isTrue());
            assertThat(deliver("Received: of a source that knows none\r\n" + mail, EVE))
                    .isInstanceOfSatisfying(
                            Outcome.Merged.class,
                            merged -> assertThat(merged.message()).isEqualTo(first));
            assertArchived(2, 1);
        }

        private Rules byTransaction() {
            return new Rules(
                    Rules.Archiving.ON,
                    Set.of("example.org"),
                    Rules.Mode.WHOLE_DOMAIN,
                    OpenAccounts.none(),
                    Monitors.NONE,
                    Rules.SeparateSend.BY_TRANSACTION);
        }
    }

    @Nested
    @DisplayName("4. Monitored emails are not archived")
    class Rule4 {
        @BeforeEach
        void watch() {
            rules = monitored(Set.of("Watch@example.org"), Set.of("X-Monitor-Copy"));
        }

        private Rules monitored(Set<String> addresses, Set<String> markers) {
            return new Rules(
                    Rules.Archiving.ON,
                    Set.of("example.org"),
                    Rules.Mode.WHOLE_DOMAIN,
                    OpenAccounts.none(),
                    new Monitors(addresses, markers),
                    Rules.SeparateSend.BY_HEADER);
        }

        @Test
        void theCopyIsLeftOutAndTheOriginalArchived() throws Exception {
            String mail = mail(ADA, BOB, "Watched");
            Outcome copy = deliver(mail, WATCH);
            Outcome original = deliver(mail, BOB);

            assertExcluded(copy, 4, "monitor-copy");
            assertThat(recipients(archived(original))).containsExactly(BOB);
            assertArchived(1, 0);
            assertThat(counted()).containsEntry(4, 1L);
            Meta ledger = ledger(((Outcome.Excluded) copy).record());
            assertThat(ledger.text(Tag.RULE)).isEqualTo("monitor-copy");
            assertThat(ledger.number(Tag.RULE_NUMBER)).isEqualTo(4);
            assertThat(ledger.bytes(Tag.DIGEST))
                    .isEqualTo(ArchiveFixture.raw(mail).sha256());
        }

        @Test
        void aMarkedCopyThatAlsoWentToAJournalIsLeftOut() throws Exception {
            String marked = mail(ADA, BOB, "Watched", "x-monitor-copy: yes");
            assertExcluded(deliver(marked, WATCH, "journal@archive.example"), 4, "monitor-copy");
            archived(deliver(mail(ADA, BOB, "Unmarked"), WATCH, "journal@archive.example"));
        }

        @Test
        void aMarkKeepsNoMailOutByItself() throws Exception {
            archived(deliver(mail(ADA, BOB, "Forged", "X-Monitor-Copy: yes"), BOB));
            archived(deliver(mail(ADA, BOB, "Forged too", "X-Monitor-Copy: yes"), BOB, WATCH));
            archived(deliver(mail(ADA, BOB, "To no recipient", "X-Monitor-Copy: yes")));
        }

        @Test
        void aMarkKeepsNoMailOfOneOfOursOut() throws Exception {
            String rival = "rival@foreign.example";
            String marker = "X-Monitor-Copy: yes";
            archived(deliver(mail(BOB, rival, "By envelope", marker), BOB, Facts.NONE, WATCH, rival));
            archived(deliver(mail(BOB, rival, "By header", marker), ADA, Facts.NONE, WATCH, rival));
            archived(deliver(mail(BOB, rival, "By no envelope", marker), "", Facts.NONE, WATCH, rival));
            archived(deliver(
                    mail(ADA, rival, "By its sender", marker, "Sender: " + BOB), ADA, Facts.NONE, WATCH, rival));
            assertThat(found("to:rival@foreign.example")).isEqualTo(4);
        }

        @Test
        void aMarkedCopyOfOurOwnMailMergesWithIt() throws Exception {
            String mail = mail(BOB, "x@foreign.example", "Sent by us");
            String original = archived(deliver(mail, BOB, Facts.NONE, "x@foreign.example"));
            Outcome copy = deliver("X-Monitor-Copy: yes\r\n" + mail, BOB, Facts.NONE, WATCH, "journal@archive.example");
            assertThat(copy)
                    .isInstanceOfSatisfying(
                            Outcome.Merged.class,
                            merged -> assertThat(merged.message()).isEqualTo(original));
        }

        @Test
        void mailReallyAddressedToTheMonitorIsArchived() throws Exception {
            String to = archived(deliver(mail(ADA, "Watch <WATCH@example.org>", "To you"), WATCH));
            archived(deliver(mail(ADA, BOB, "Copy to you", "Cc: watch@example.org"), WATCH));
            assertThat(recipients(to)).containsExactly(WATCH);
        }

        @Test
        void monitorsAreNoRecipientsOfOthersMail() throws Exception {
            String mail = mail(ADA, BOB, "Watched");
            String kept = archived(deliver(mail, BOB, WATCH));
            deliver("Received: again\r\n" + mail, EVE, WATCH);

            assertThat(recipients(kept)).containsExactly(BOB, EVE);
            assertThat(found("to:watch@example.org")).isZero();
        }

        @Test
        void theSameDeliveryOnceMoreAddsNothing() throws Exception {
            String mail = mail(ADA, BOB, "Watched");
            String kept = archived(deliver(mail, BOB, WATCH));
            assertThat(archived(deliver(mail, BOB, WATCH))).isEqualTo(kept);
            assertArchived(1, 0);
        }
    }

    @Nested
    @DisplayName("5. Automatic forwarding, automatic reply, and spam emails will be archived")
    class Rule5 {
        @Test
        void theyAreArchivedAndLabelled() throws Exception {
            String reply = archived(deliver(mail(ADA, BOB, "Re: Away", "Auto-Submitted: auto-replied"), BOB));
            String forwarded = archived(deliver(mail(ADA, BOB, "Fwd", "Resent-From: eve@example.org"), BOB));
            String spam = archived(deliver(mail(ADA, BOB, "Win", "X-Spam-Flag: YES"), BOB));
            archived(deliver(mail(ADA, BOB, "Of a person"), BOB));

            assertThat(counted()).containsEntry(5, 3L);
            assertThat(ledger(reply).texts(Tag.LABEL)).containsExactly("autoreply");
            assertThat(ledger(forwarded).texts(Tag.LABEL)).containsExactly("forwarded");
            assertThat(ledger(spam).texts(Tag.LABEL)).containsExactly("spam");
            assertThat(ledger(spam).numbers(Tag.RULE_NUMBER)).containsExactly(5L);
        }
    }

    @Nested
    @DisplayName("6. Emails that are automatically deleted due to set rules will be archived")
    class Rule6 {
        @Test
        void aCopyTakenBeforeDeliveryIsArchivedWhateverRulesDoLater() throws Exception {
            Facts before = new Facts(true, false, Set.of(), Set.of(), Set.of(), null);
            String kept = archived(deliver(mail(ADA, BOB, "Deleted by a filter"), ADA, before, BOB));

            assertThat(counted()).containsEntry(6, 1L);
            assertThat(ledger(kept).number(Tag.BEFORE_DELIVERY)).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("7. System notification emails will be archived")
    class Rule7 {
        @Test
        void bouncesAndNoticesAreArchivedAndLabelled() throws Exception {
            String notice = archived(deliver(
                    "To: bob@example.org\r\nX-Failed-Recipients: x@example.net\r\n\r\nno id, no date, no sender\r\n",
                    "",
                    Facts.NONE,
                    BOB));
            assertThat(counted()).containsEntry(7, 1L);
            assertThat(ledger(notice).texts(Tag.LABEL)).containsExactly("system");
        }
    }

    @Nested
    @DisplayName("8. Users with outbound restrictions send emails to external or internal accounts,"
            + " the successfully sent emails will be archived")
    class Rule8 {
        @Test
        void whatReachedNobodyIsNotArchived() throws Exception {
            String mail = mail(BOB, "x@example.net", "Stopped");
            assertExcluded(deliver(mail, BOB, failed("X@example.net"), "x@example.net"), 8, "not-sent");
            assertThat(counted()).containsEntry(8, 1L);
        }

        @Test
        void whatReachedSomeIsArchivedWithThem() throws Exception {
            String mail = mail(BOB, "x@example.net, eve@example.org", "Half stopped");
            String kept = archived(deliver(mail, BOB, failed("x@example.net"), "x@example.net", EVE));

            assertThat(recipients(kept)).containsExactly(EVE);
            assertThat(ledger(kept).texts(Tag.FAILED)).containsExactly("x@example.net");
        }

        @Test
        void laterRejectionCountsAsFailureAndConfirmedDeliveryAgainstIt() throws Exception {
            Facts rejected = new Facts(true, false, Set.of("x@example.net"), Set.of(), Set.of(), null);
            String mail = mail(BOB, "x@example.net", "Rejected");
            assertExcluded(deliver(mail, BOB, rejected, "x@example.net"), 8, "not-sent");

            Facts delivered = new Facts(true, true, Set.of(), Set.of(), Set.of("x@example.net"), null);
            archived(deliver(mail, BOB, delivered, "x@example.net"));
        }

        @Test
        void doubtCountsForTheMail() throws Exception {
            archived(deliver(mail(BOB, "x@example.net", "Nothing known"), BOB, Facts.NONE, "x@example.net"));
        }
    }

    @Nested
    @DisplayName("9. If the external domain sends emails to the outbound restricted accounts,"
            + " those that have not been successfully received will not be archived")
    class Rule9 {
        @Test
        void whatWasRefusedAfterwardsIsNotArchived() throws Exception {
            Facts withdrawn = new Facts(true, true, Set.of(), Set.of(), Set.of(), null);
            Outcome refused = deliver(mail(ADA, BOB, "Refused"), ADA, withdrawn, BOB);

            assertExcluded(refused, 9, "not-received");
            assertThat(counted()).containsEntry(9, 1L);
            assertThat(ledger(((Outcome.Excluded) refused).record()).number(Tag.WITHDRAWN))
                    .isEqualTo(1);
        }

        @Test
        void whatOneOfTwoReceivedIsArchivedWithHim() throws Exception {
            String kept = archived(
                    deliver(mail(ADA, "bob@example.org, eve@example.org", "Half"), ADA, failed(EVE), BOB, EVE));
            assertThat(recipients(kept)).containsExactly(BOB);
        }
    }

    @Nested
    @DisplayName("10. Emails in deleted or disabled email accounts will still be archived")
    class Rule10 {
        @Test
        void anAccountThatLeftStaysOpenUntilItIsClosed() throws Exception {
            rules = opened(Set.of(BOB), Set.of());
            archived(deliver(mail(ADA, BOB, "To one who left"), BOB)); // nobody is asked whether he is still there
            rules = opened(Set.of(), Set.of(BOB));
            assertExcluded(deliver(mail(ADA, BOB, "To a closed one"), BOB), 0, "no-open-account");
        }
    }

    @Nested
    @DisplayName("11. The emails deleted by users will still be archived")
    class Rule11 {
        @Test
        void nothingASourceSaysLaterTakesAMailAway() throws Exception {
            String mail = mail(ADA, BOB, "Deleted by Bob");
            String kept = archived(deliver(mail, BOB));
            Facts against = new Facts(true, true, Set.of(BOB), Set.of(BOB), Set.of(), null);
            assertExcluded(deliver("Received: later\r\n" + mail, ADA, against, BOB), 9, "not-received");
            rules = opened(Set.of(), Set.of(BOB));
            assertExcluded(deliver("Received: still later\r\n" + mail, BOB), 0, "no-open-account");
            archive.close();
            open();

            assertThat(recipients(kept)).containsExactly(BOB);
            assertThat(found("subject:deleted")).isEqualTo(1);
            try (RawMessage raw = ArchiveFixture.admin(archive).raw(kept)) {
                assertThat(ArchiveFixture.text(raw)).isEqualTo(mail);
            }
        }
    }

    @Nested
    @DisplayName(
            "12. Only administrators can view archived emails. After the email archive service is disabled, new emails"
                    + " for users are no longer archived and saved, and historically archived emails will be saved during the"
                    + " archiving period")
    class Rule12 {
        @Test
        void whileOffMailIsCountedAndNotKeptAndHistoryStays() throws Exception {
            String before = archived(deliver(mail(ADA, BOB, "Before"), BOB));
            rules = new Rules(false, Set.of("example.org"));
            Outcome off = deliver(mail(ADA, BOB, "Meanwhile"), BOB);

            assertExcluded(off, 12, "archiving-off");
            assertThat(counted()).containsEntry(12, 1L);
            assertThat(rulesOfToday().getLast().excluded()).containsEntry("archiving-off", 1L);
            assertThat(found("subject:before")).isEqualTo(1);
            assertThat(ArchiveFixture.admin(archive).message(before).keptUntil())
                    .isGreaterThan(LocalDate.now(ZoneOffset.UTC).plusYears(4).toString());
        }

        @Test
        void whoHasNoScopeSeesNothing() throws Exception {
            archived(deliver(mail(ADA, BOB, "Private"), BOB));
            ArchiveFixture.awaitIndexed(archive);
            ArchiveSession session = archive.session(ArchiveFixture.ADMIN, new Scope.Nothing());
            assertThat(session.search("private", ArchiveFixture.ALWAYS, 10).total())
                    .isZero();
        }
    }

    @Nested
    @DisplayName("13. Email archive service supports downloading /batch downloading and viewing emails")
    class Rule13 {
        @Test
        void oneAndManyAreGivenBackAsTheyCame() throws Exception {
            String mail = mail(ADA, BOB, "Original");
            String other = mail(ADA, EVE, "Another original");
            String id = archived(deliver(mail, BOB));
            String second = archived(deliver(other, EVE));
            ArchiveSession session = ArchiveFixture.admin(archive);
            try (RawMessage raw = session.raw(id)) {
                assertThat(ArchiveFixture.text(raw)).isEqualTo(mail);
            }
            var zip = new ByteArrayOutputStream();
            session.exportMessages(List.of(id, second)).writeZip(zip, null);
            assertThat(originals(zip.toByteArray())).containsExactlyInAnyOrder(mail, other);
            assertThat(session.message(id).message().subject()).isEqualTo("Original");
        }

        private static List<String> originals(byte[] zip) throws IOException {
            List<String> originals = new ArrayList<>();
            try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    if (entry.getName().endsWith(".eml")) {
                        originals.add(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            return originals;
        }
    }

    @Nested
    @DisplayName("14. Email archive service supports downloading and viewing attachments in archived emails."
            + " Archived emails cannot be deleted")
    class Rule14 {
        @Test
        void attachmentsAreGivenBack() throws Exception {
            String id = archived(deliver(
                    mail(
                            ADA,
                            BOB,
                            "Attached",
                            "Content-Type: text/plain; name=numbers.txt",
                            "Content-Disposition: attachment; filename=numbers.txt"),
                    BOB));
            AttachedFile file = ArchiveFixture.admin(archive).attachment(id, 1);
            assertThat(file.filename()).isEqualTo("numbers.txt");
            try (var in = file.open()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("text\r\n");
            }
        }

        @Test
        void whateverIsDoneAfterwardsNoByteOfWhatIsStoredChanges() throws Exception {
            String id = archived(deliver(mail(ADA, BOB, "Kept"), BOB));
            Map<Path, byte[]> before = volumes();
            assertThat(before).isNotEmpty();

            deliver(mail(ADA, EVE, "Another"), EVE);
            rules = new Rules(false, Set.of("example.org"));
            deliver(mail(ADA, BOB, "While off"), BOB);
            ArchiveSession session = ArchiveFixture.admin(archive);
            session.raw(id).close();
            session.exportMessages(List.of(id)).writeZip(new ByteArrayOutputStream(), null);
            archive.rebuildIndex();
            archive.close();
            open();
            deliver(mail(ADA, BOB, "While off, too"), BOB);

            Map<Path, byte[]> after = volumes();
            before.forEach((file, bytes) -> assertThat(after.get(file)).startsWith(bytes));
        }

        private Map<Path, byte[]> volumes() throws IOException {
            Map<Path, byte[]> volumes = new HashMap<>();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".vol")).toList()) {
                    volumes.put(file, Files.readAllBytes(file));
                }
            }
            return volumes;
        }
    }

    @Nested
    @DisplayName("15. Supports the operating log for archive service")
    class Rule15 {
        @Test
        void everyReadIsLogged() throws Exception {
            String id = archived(deliver(mail(ADA, BOB, "Seen"), BOB));
            ArchiveSession session = ArchiveFixture.admin(archive);
            session.message(id);
            String entry = session.newestEntry();
            assertThat(entry).isNotNull();
            assertThat(ledger(entry).text(Tag.EVENT)).isEqualTo("message.view");
        }
    }

    @Nested
    @DisplayName("16. Support for third-party archiving services")
    class Rule16 {
        @Test
        void thereIsNoSourceOfItYetSoNoMailIsCountedUnderIt() throws Exception {
            archived(deliver(mail(ADA, BOB, "Of a person"), BOB));
            archived(deliver(mail(ADA, BOB, "Of a machine", "Auto-Submitted: auto-generated"), "", Facts.NONE, BOB));
            archive.ingest(
                    ArchiveFixture.item("ab".repeat(32), "0"),
                    Envelope.none(),
                    ArchiveFixture.raw(mail(ADA, BOB, "Of a file")));
            assertThat(counted()).isNotEmpty().doesNotContainKey(16);
        }
    }

    @Test
    void mailOfNobodyOfOursIsLeftOut() throws Exception {
        assertExcluded(deliver(mail(ADA, "x@example.com", "Foreign"), "x@example.com"), 0, "no-organisation");
        archived(deliver(mail(ADA, "x@example.com", "Copied to us", "Cc: Bob <BOB@Example.ORG>"), "x@example.com"));
    }

    @Test
    void whereAccountsAreOpenedOnlyTheirMailIsArchived() throws Exception {
        rules = opened(Set.of(BOB, "bob@alias.example"), Set.of());
        archived(deliver(mail(ADA, BOB, "To Bob"), BOB));
        archived(deliver(mail("bob@example.org", "x@example.net", "By Bob"), "x@example.net"));
        archived(deliver(mail(ADA, "bob@alias.example", "To an alias"), "bob@alias.example"));
        archived(deliver(mail(EVE, "ken@example.org", "Bob was copied", "Bcc: bob@example.org"), EVE));

        assertExcluded(deliver(mail(ADA, EVE, "To Eve"), EVE), 0, "no-open-account");
        assertExcluded(deliver(mail(ADA, "x@example.com", "Foreign"), "x@example.com"), 0, "no-organisation");
        ArchiveFixture.awaitIndexed(archive);
        assertThat(rulesOfToday().getLast().excluded())
                .containsEntry("no-open-account", 1L)
                .containsEntry("no-organisation", 1L);
    }

    @Test
    void inTheWholeDomainOnlyClosedAccountsAreLeftOut() throws Exception {
        rules = new Rules(
                Rules.Archiving.ON,
                Set.of("example.org"),
                Rules.Mode.WHOLE_DOMAIN,
                OpenAccounts.of(Set.of(), Set.of(BOB)),
                Monitors.NONE,
                Rules.SeparateSend.BY_HEADER);
        archived(deliver(mail(ADA, EVE, "To Eve"), EVE));
        archived(deliver(mail(ADA, "bob@example.org, eve@example.org", "To both"), BOB, EVE));
        assertExcluded(deliver(mail(ADA, BOB, "To Bob"), BOB), 0, "no-open-account");
    }

    @Test
    void afterTheEndOfTheServiceMailIsCountedUnderANameOfItsOwn() throws Exception {
        archived(deliver(mail(ADA, BOB, "Before"), BOB));
        rules = ended();
        assertExcluded(deliver(mail(ADA, BOB, "Afterwards"), BOB), 0, "service-ended");
        assertExcluded(
                archive.ingest(
                        ArchiveFixture.item("ab".repeat(32), "0"),
                        Envelope.none(),
                        ArchiveFixture.raw(mail(ADA, BOB, "An import"))),
                0,
                "service-ended");
        ArchiveFixture.awaitIndexed(archive);
        assertThat(rulesOfToday().getLast().excluded()).containsExactly(Map.entry("service-ended", 2L));
        assertThat(counted()).doesNotContainKey(12);
        assertThat(found("subject:before")).isEqualTo(1);
    }

    private static Rules ended() {
        return new Rules(
                Rules.Archiving.ENDED,
                Set.of("example.org"),
                Rules.Mode.WHOLE_DOMAIN,
                OpenAccounts.none(),
                Monitors.NONE,
                Rules.SeparateSend.BY_HEADER);
    }

    @Test
    void whatSomebodyImportsIsNotPickedOver() throws Exception {
        rules = opened(Set.of(), Set.of());
        Outcome imported = archive.ingest(
                ArchiveFixture.item("ab".repeat(32), "0"),
                Envelope.none(),
                ArchiveFixture.raw(mail(ADA, "x@example.com", "Old")));
        archived(imported);
    }

    @Test
    void eachRuleHasItsNumberAndAStableName() {
        List<String> keys = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            assertThat(rule.number()).isEqualTo(keys.size() + 1);
            keys.add(rule.key());
        }
        assertThat(keys)
                .containsExactly(
                        "sent-singly",
                        "sent-to-several",
                        "sent-separately",
                        "monitor-copy",
                        "machine-made",
                        "deleted-by-rules",
                        "system-mail",
                        "not-sent",
                        "not-received",
                        "accounts-that-left",
                        "deleted-by-users",
                        "archiving-off",
                        "downloads",
                        "attachments",
                        "log",
                        "third-party");
    }

    private static Rules opened(Set<String> open, Set<String> closed) {
        return new Rules(
                Rules.Archiving.ON,
                Set.of("example.org"),
                Rules.Mode.OPENED_ACCOUNTS,
                OpenAccounts.of(open, closed),
                Monitors.NONE,
                Rules.SeparateSend.BY_HEADER);
    }
}
