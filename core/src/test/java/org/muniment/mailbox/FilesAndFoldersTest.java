package org.muniment.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesAndFoldersTest {
    private static final String MAIL = "From: ada@example.com\nSubject: one\n\nfirst\n";
    private static final String MBOX = "From ada Mon Jan  1 10:00:00 2024\n" + MAIL + "\n";

    @TempDir
    private Path folder;

    @Test
    void fileThatIsOneMailIsItsOwnContainer() throws IOException {
        Item item = Walked.through(write("one.eml", MAIL)).only();
        assertThat(item.position()).isEqualTo("0");
        assertThat(item.containerSha256())
                .isEqualTo(new Sha256().hex(new MemoryBytes(MAIL.getBytes(ISO_8859_1))))
                .matches("[0-9a-f]{64}");
        assertThat(item.readSha256()).isNull();
    }

    @Test
    void contentCountsMoreThanTheName() throws IOException {
        assertThat(Walked.through(write("one.eml", MBOX + MBOX)).texts()).containsExactly(MAIL, MAIL);
        assertThat(Walked.through(write("12.", MAIL)).texts()).containsExactly(MAIL);
        assertThat(Walked.through(write("some.mbox", MAIL)).texts()).containsExactly(MAIL);
    }

    @Test
    void nameCountsWhereContentIsOdd() throws IOException {
        assertThat(Walked.through(write("odd.eml", "no field at all\n")).texts())
                .containsExactly("no field at all\n");
        assertThat(Walked.through(write("bare.eml", "From mike@example.com\n" + MAIL))
                        .texts())
                .containsExactly("From mike@example.com\n" + MAIL);
    }

    @Test
    void whatIsNoMailIsReportedWithWhatToDo() throws IOException {
        assertThat(Walked.through(write("README.md", "# Read me\nFrom: nobody\n"))
                        .reason())
                .isEqualTo("does not look like a mail (it does not begin with header fields);"
                        + " give --format eml to archive it as it is");
        assertThat(Walked.through(write("a.png", "\u0089PNG\r\n\u001a\n")).reason())
                .contains("it is a picture");
        assertThat(Walked.through(write("a.msg", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"))
                        .reason())
                .contains("Outlook");
        assertThat(Walked.through(write("a.pst", "!BDN...")).reason()).contains("PST");
        assertThat(Walked.through(write("a.bin", "a\0\0\0\0b")).reason()).contains("binary");
        assertThat(Walked.through(write("settings", "color: red\nsize: 3\n")).reason())
                .contains("header fields");
    }

    @Test
    void whoInsistsGetsAnythingArchived() throws IOException {
        assertThat(Walked.through(Format.EML, write("README.md", "# Read me\n")).texts())
                .containsExactly("# Read me\n");
        assertThat(Walked.through(Format.EML, write("box", MBOX)).texts()).containsExactly(MBOX);
    }

    @Test
    void emptyAndMissingFilesAreReported() throws IOException {
        assertThat(Walked.through(write("a.eml", "")).reason()).isEqualTo("is empty");
        assertThat(Walked.through(folder.resolve("nothing")).reason()).isEqualTo("does not exist");
    }

    @Test
    void fileThatPeopleCallByAnotherNameIsTakenForWhatTheyCallIt() throws IOException {
        Path odd = write("upl_1", "no field at all\n");
        Path box = write("upl_2", MBOX);
        var named = List.of(new NamedFile(odd, "odd.eml"), new NamedFile(box, "box"), new NamedFile(odd, "odd.txt"));
        var paths = new java.util.ArrayList<String>();
        try (MailFiles files = MailFiles.openNamed(named, Options.standard().spooling(folder))) {
            for (Finding next = files.next(); next != null; next = files.next()) {
                paths.add(next.getClass().getSimpleName() + " " + next.path());
            }
        }
        assertThat(paths).containsExactly("Item odd.eml", "Item box", "Unreadable odd.txt");
    }

    @Test
    void foldersAreWalkedInTheOrderOfNames() throws IOException {
        write("b/2.eml", MAIL + "2");
        write("b/1.eml", MAIL + "1");
        write("a/deep/er/3.eml", MAIL + "3");
        write(".DS_Store", "x");
        write("b/dovecot.index.log", "x");
        Walked walked = Walked.through(folder);
        assertThat(walked.texts()).containsExactly(MAIL + "3", MAIL + "1", MAIL + "2");
        assertThat(walked.unreadable()).isEmpty();
        assertThat(walked.skipped())
                .hasSize(2)
                .allSatisfy(over -> assertThat(over.reason()).contains("not mail"));
    }

    @Test
    void maildirGivesNewAndCurAndLeavesTmp() throws IOException {
        write("Maildir/cur/1.a.host:2,S", MBOX);
        write("Maildir/new/2.b.host", "odd but a mail");
        write("Maildir/tmp/3.c.host", MAIL);
        write("Maildir/.Sent/cur/4.d.host:2,S", MAIL);
        Files.createDirectories(folder.resolve("Maildir/.Sent/new"));
        write("Maildir/maildirfolder", "");
        Walked walked = Walked.through(folder.resolve("Maildir"));
        assertThat(walked.texts()).containsExactly(MAIL, MBOX, "odd but a mail");
        assertThat(walked.skipped()).extracting(Skipped::reason).anyMatch(reason -> reason.contains("being delivered"));
        assertThat(Walked.through(folder.resolve("Maildir/new")).texts()).containsExactly("odd but a mail");
    }

    @Test
    void appleMailboxIsAFolder() throws IOException {
        write("Inbox.mbox/mbox", MBOX);
        write("Inbox.mbox/table_of_contents", "x");
        Walked walked = Walked.through(folder.resolve("Inbox.mbox"));
        assertThat(walked.texts()).containsExactly(MAIL);
        assertThat(walked.unreadable()).isEmpty();
    }

    @Test
    void linksBelowAFolderAreNotFollowed() throws IOException {
        Path outside = write("outside/secret.eml", MAIL);
        Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(folder.resolve("inside/link.eml"), outside);
        Files.createSymbolicLink(folder.resolve("inside/loop"), folder.resolve("inside"));
        Walked walked = Walked.through(folder.resolve("inside"));
        assertThat(walked.mails()).isEmpty();
        assertThat(walked.skipped()).hasSize(2);
        assertThat(Walked.through(folder.resolve("inside/link.eml")).texts()).containsExactly(MAIL);
    }

    @Test
    void theSameFileUnderAnotherNameGivesTheSameItem() throws IOException {
        List<Walked.Mail> mails =
                Walked.through(write("a.mbox", MBOX), write("b", MBOX)).mails();
        assertThat(mails.getFirst().item().containerSha256())
                .isEqualTo(mails.getLast().item().containerSha256());
        assertThat(mails.getFirst().item().path())
                .isNotEqualTo(mails.getLast().item().path());
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content.getBytes(ISO_8859_1));
    }
}
