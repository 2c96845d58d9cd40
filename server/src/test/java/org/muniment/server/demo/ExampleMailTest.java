package org.muniment.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muniment.message.Attachment;
import org.muniment.message.Limits;
import org.muniment.message.MemoryMessage;
import org.muniment.message.Message;
import org.muniment.message.MessageReader;
import org.muniment.server.demo.Mail.Kind;

class ExampleMailTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<Mail> MAILS = ExampleMail.mails(1, NOW).toList();
    private static final MessageReader READER = new MessageReader(Limits.standard());

    @Test
    void thereAreAboutSixHundredMailsOfEverySort() {
        Map<Kind, Long> counts = MAILS.stream().collect(Collectors.groupingBy(Mail::kind, Collectors.counting()));

        assertThat(MAILS).hasSizeBetween(560, 680);
        assertThat(counts).containsOnlyKeys(Kind.values());
        assertThat(counts.get(Kind.CONVERSATION)).isGreaterThan(180);
        assertThat(counts.get(Kind.CHINESE_CONVERSATION)).isGreaterThan(90);
        assertThat(counts.get(Kind.ODD)).isEqualTo(15);
    }

    @Test
    void theyAreSentInOrderWithinTwoYears() {
        assertThat(MAILS).extracting(Mail::sent).isSorted().allMatch(sent -> !sent.isAfter(NOW));
        assertThat(MAILS.getFirst().sent()).isBetween(NOW.minus(Duration.ofDays(740)), NOW.minus(Duration.ofDays(700)));
        assertThat(MAILS.getLast().sent()).isAfter(NOW.minus(Duration.ofDays(14)));
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        List<Mail> again = ExampleMail.mails(1, NOW).toList();

        assertThat(again).hasSameSizeAs(MAILS);
        for (int i = 0; i < again.size(); i++) {
            assertThat(again.get(i).bytes()).isEqualTo(MAILS.get(i).bytes());
            assertThat(again.get(i).envelope()).isEqualTo(MAILS.get(i).envelope());
        }
        assertThat(ExampleMail.mails(2, NOW).findFirst().orElseThrow().bytes())
                .isNotEqualTo(MAILS.getFirst().bytes());
    }

    @Test
    void everyMailThatIsNotOddIsReadWithoutADefect() throws IOException {
        for (Mail mail : MAILS) {
            Message message = read(mail);
            if (mail.kind() != Kind.ODD) {
                assertThat(message.defects()).as(message.subject()).isEmpty();
                assertThat(message.from()).hasSize(1);
                assertThat(message.from().getFirst().address()).endsWith(".example");
                assertThat(message.subject()).isNotBlank().doesNotContain("{", "=?");
                assertThat(message.text()).isNotBlank().doesNotContain("{", "\ufffd");
                assertThat(message.date()).isEqualTo(mail.sent());
                assertThat(message.messageId()).isNotNull();
            }
        }
    }

    @Test
    void theEnvelopeSaysWhoGetsIt() throws IOException {
        int blind = 0;
        for (Mail mail : MAILS) {
            Message message = read(mail);
            Set<String> named = new HashSet<>();
            message.to().forEach(to -> named.add(to.address()));
            message.cc().forEach(cc -> named.add(cc.address()));
            assertThat(mail.envelope().recipients()).isNotEmpty().containsAll(named);
            blind += mail.envelope().recipients().size() > named.size() ? 1 : 0;
        }
        assertThat(blind).isGreaterThan(10);
    }

    @Test
    void everyMailConcernsTheOrganisation() throws IOException {
        for (Mail mail : MAILS) {
            List<String> addresses = new ArrayList<>(mail.envelope().recipients());
            read(mail).from().forEach(from -> addresses.add(from.address()));
            assertThat(addresses).anyMatch(address -> address.endsWith("lindenhof.example"));
        }
    }

    @Test
    void answersNameTheMailThatTheyAnswer() throws IOException {
        Set<String> ids = new HashSet<>();
        int answers = 0;
        for (Mail mail : MAILS) {
            Message message = read(mail);
            if (mail.kind() == Kind.CONVERSATION && message.subject().startsWith("Re: ")) {
                assertThat(message.references()).isNotEmpty().allMatch(ids::contains);
                answers++;
            }
            ids.add(message.messageId());
        }
        assertThat(answers).isGreaterThan(80);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(MAILS.size() - 1);
    }

    @Test
    void attachmentsOfEveryKindAreThere() throws IOException {
        Set<String> types = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Mail mail : MAILS) {
            for (Attachment attachment : read(mail).attachments()) {
                types.add(attachment.contentType());
                names.add(String.valueOf(attachment.filename()));
                assertThat(attachment.size()).isPositive();
            }
        }
        assertThat(types)
                .contains(
                        "application/pdf",
                        "text/csv",
                        "text/plain",
                        "application/ics",
                        "application/zip",
                        "message/rfc822",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(names).anyMatch(name -> name.startsWith("文件")).contains("invite.ics");
    }

    @Test
    void thereIsSomethingToFindInBothLanguages() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        for (Mail mail : MAILS) {
            String text = read(mail).subject() + "\n" + read(mail).text();
            for (String word : List.of("contract", "invoice", "customs", "Project", "合同", "发票", "样品", "集装箱")) {
                found.merge(word, text.contains(word) ? 1 : 0, Integer::sum);
            }
        }
        assertThat(found.values()).allMatch(count -> count > 2);
    }

    @Test
    void oddMailsAreReadAsFarAsTheyGo() throws IOException {
        List<Message> odd = new ArrayList<>();
        for (Mail mail : MAILS) {
            if (mail.kind() == Kind.ODD) {
                odd.add(read(mail));
            }
        }
        assertThat(odd).anyMatch(message -> message.date() == null);
        assertThat(odd).anyMatch(message -> message.subject().isEmpty());
        assertThat(odd).anyMatch(message -> message.messageId() == null);
        assertThat(odd).anyMatch(message -> message.from().isEmpty());
        assertThat(odd).anyMatch(message -> message.subject().length() > 900);
        assertThat(odd).anyMatch(message -> message.to().size() > 150);
        assertThat(odd).anyMatch(message -> !message.defects().isEmpty());
        assertThat(odd).extracting(Message::subject).contains("发票请查收");
    }

    @Test
    void mailOfTheMomentIsSentNowAndNeverEnds() throws IOException {
        List<Mail> mails =
                ExampleMail.live(7, InstantSource.fixed(NOW)).limit(400).toList();

        assertThat(mails).hasSize(400).allMatch(mail -> mail.sent().equals(NOW));
        assertThat(mails.stream().map(Mail::kind).distinct()).hasSizeGreaterThan(2);
        assertThat(read(mails.getLast()).date()).isEqualTo(NOW);
    }

    @Test
    void theOrganisationHasItsPeople() {
        Example example = Example.lindenhof();

        assertThat(example.people())
                .hasSizeBetween(24, 27)
                .contains(example.postmaster(), example.archiveAdministrator());
        assertThat(example.people())
                .extracting(Person::address)
                .doesNotHaveDuplicates()
                .allMatch(address -> address.matches("[a-z.]+@lindenhof\\.example"));
        assertThat(example.people().stream().map(Person::department).distinct())
                .containsExactlyInAnyOrder(Department.values());
        assertThat(example.archiveAdministrator()).isNotEqualTo(example.postmaster());
    }

    private static Message read(Mail mail) throws IOException {
        try (var raw = new MemoryMessage(mail.bytes())) {
            return READER.read(raw);
        }
    }
}
