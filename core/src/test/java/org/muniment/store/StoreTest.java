package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    Path folder;

    @AfterEach
    void everythingIsIntact() throws IOException {
        assertThat(StoreFixture.check(folder).failures()).isEmpty();
    }

    @Test
    void whatWasAppendedComesBackByteForByte() throws IOException {
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            RecordId id = store.appendAndWait(StoreFixture.message("Grüße, 你好"));

            assertThat(id).hasToString("test1-1");
            assertThat(StoreFixture.text(store, id)).isEqualTo("Grüße, 你好");
        }
    }

    @Test
    void recordsOutliveAReopening() throws IOException {
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            store.appendAndWait(StoreFixture.message("first"));
        }
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            assertThat(StoreFixture.text(store, new RecordId("test1", 1))).isEqualTo("first");
            assertThat(store.appendAndWait(StoreFixture.message("second"))).hasToString("test1-2");
            assertThat(store.treeSize()).isEqualTo(2);
        }
    }

    @Test
    void numbersAreDenseUnderManyCallers() throws Exception {
        try (Store store = Store.open(StoreFixture.settings(folder));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<RecordId>> tasks = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                String text = "mail " + i;
                tasks.add(() -> store.appendAndWait(StoreFixture.message(text)));
            }
            List<Future<RecordId>> done = callers.invokeAll(tasks);

            for (int i = 0; i < done.size(); i++) {
                assertThat(StoreFixture.text(store, done.get(i).get())).isEqualTo("mail " + i);
            }
            assertThat(store.last()).isEqualTo(2_000);
            assertThat(store.count(Kind.MESSAGE)).isEqualTo(2_000);
            assertThat(store.commits()).isLessThan(2_000);
        }
    }

    @Test
    void volumesFollowEachOtherAndAreAllRead() throws IOException {
        int mails = 300;
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            for (int i = 0; i < mails; i++) {
                store.appendAndWait(StoreFixture.message(noise(i)));
            }
            assertThat(StoreFixture.text(store, new RecordId("test1", 1))).isEqualTo(noise(0));
        }
        assertThat(folder.resolve("store/volumes/test1-00000002.vol")).exists();
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            for (int i = 0; i < mails; i++) {
                assertThat(StoreFixture.text(store, new RecordId("test1", i + 1)))
                        .isEqualTo(noise(i));
            }
        }
    }

    private static String noise(int seed) {
        StringBuilder text = new StringBuilder();
        new Random(seed).ints(10_000, 32, 127).forEach(c -> text.append((char) c));
        return text.toString();
    }

    @Test
    void largeContentLiesInAFileOfItsOwn() throws IOException {
        byte[] large = new byte[3 * LargeContent.THRESHOLD + 17];
        new Random(1).nextBytes(large);
        RecordId id;
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            id = store.appendAndWait(large(store, large));
            assertThat(StoreFixture.bytes(store, id)).isEqualTo(large);
        }
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            assertThat(StoreFixture.bytes(store, id)).isEqualTo(large);
        }
    }

    private static Draft large(Store store, byte[] bytes) throws IOException {
        try (ContentWriter writer = store.newContent()) {
            writer.write(bytes);
            return new Draft(Kind.MESSAGE, 1, StoreFixture.DUE, new byte[0], new Draft.Written(writer.finish()));
        }
    }

    @Test
    void contentThatNoRecordRefersToIsSweptAtTheNextStart() throws IOException {
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            large(store, new byte[LargeContent.THRESHOLD]);
        }
        Store.open(StoreFixture.settings(folder)).close();

        assertThat(folder.resolve("store/content/pending")).isEmptyDirectory();
    }

    @Test
    void copiesAreRestoredExactly() throws IOException {
        String original = "Received: here\r\nSubject: x\r\n\r\n" + noise(5);
        String copy = "Received: there\r\nReceived: here\r\nSubject: x\r\n\r\n" + noise(5);
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            RecordId base = store.appendAndWait(StoreFixture.message(original));
            RecordId same = store.appendAndWait(copy(base, original));
            long before = store.volumeBytes();
            RecordId other = store.appendAndWait(copy(base, copy));

            assertThat(store.volumeBytes() - before).isLessThan(500);
            assertThat(StoreFixture.text(store, same)).isEqualTo(original);
            assertThat(StoreFixture.text(store, other)).isEqualTo(copy);
        }
    }

    @Test
    void aCopyOfWhatLooksLikeADictionaryIsKept() throws IOException {
        byte[] original = ("xxxx and text of a mail that is long enough to be a base " + noise(7))
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        java.nio.ByteBuffer.wrap(original)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(0xEC30A437); // RFC 8878, 5
        byte[] copy = original.clone();
        copy[300]++;
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            RecordId base = store.appendAndWait(StoreFixture.message(original));
            Draft.Body body = new Draft.CopyOf(base, copy, Digests.sha256(copy));
            RecordId id = store.appendAndWait(new Draft(Kind.SIGHTING, 2, StoreFixture.DUE, new byte[0], body));

            assertThat(StoreFixture.bytes(store, id)).isEqualTo(copy);
        }
    }

    private static Draft copy(RecordId base, String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Draft.Body body = new Draft.CopyOf(base, bytes, Digests.sha256(bytes));
        return new Draft(Kind.SIGHTING, 2, StoreFixture.DUE, new byte[0], body);
    }

    @Test
    void checkpointsAreSignedAndGrow() throws IOException {
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            store.appendAndWait(StoreFixture.message("one"));
            store.checkpoint();
            assertThat(store.latestCheckpoint().orElseThrow().size()).isEqualTo(1);
            for (int i = 0; i < 700; i++) {
                store.appendAndWait(StoreFixture.message("mail " + i));
            }
        }
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            assertThat(store.latestCheckpoint().orElseThrow().size()).isEqualTo(701);
            assertThat(store.problem()).isNull();
        }
    }
}
