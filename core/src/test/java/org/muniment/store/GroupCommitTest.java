package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many callers share one sync: each is either durable or refused, whatever happens to the others. */
@Timeout(60)
final class GroupCommitTest {
    private static final int CALLERS = 200;

    @TempDir
    Path folder;

    @AfterEach
    void everythingIsIntact() throws IOException {
        assertThat(StoreFixture.check(folder).failures()).isEmpty();
    }

    @Test
    void twoHundredCallersShareTheirSyncs() throws Exception {
        Map<RecordId, String> acknowledged = new ConcurrentHashMap<>();
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLERS; i++) {
                    int caller = i;
                    var unused = callers.submit(() -> {
                        for (int n = 0; n < 10; n++) {
                            String text = "caller " + caller + " mail " + n;
                            acknowledged.put(store.appendAndWait(StoreFixture.message(text)), text);
                        }
                        return null;
                    });
                }
            }
            assertThat(acknowledged).hasSize(10 * CALLERS);
            assertThat(store.last()).isEqualTo(10 * CALLERS);
            assertThat(store.commits()).isLessThan(5 * CALLERS);
            assertThere(store, acknowledged);
        }
    }

    private static void assertThere(Store store, Map<RecordId, String> acknowledged) throws IOException {
        for (var record : acknowledged.entrySet()) {
            assertThat(StoreFixture.text(store, record.getKey())).isEqualTo(record.getValue());
        }
    }

    @Test
    void closingWhileCallersAppendAcknowledgesOrRefusesEach() throws Exception {
        Map<RecordId, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger refused = new AtomicInteger();
        Store store = Store.open(StoreFixture.settings(folder));
        CountDownLatch underWay = new CountDownLatch(CALLERS);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                String name = "caller " + i + " ";
                var unused = callers.submit(() -> {
                    try {
                        for (int n = 0; ; n++) {
                            String text = name + n;
                            acknowledged.put(store.appendAndWait(StoreFixture.message(text)), text);
                            underWay.countDown();
                        }
                    } catch (StoreUnavailableException e) {
                        refused.incrementAndGet();
                    }
                    return null;
                });
            }
            underWay.await();
            store.close();
        }
        assertThat(refused).hasValue(CALLERS);
        try (Store again = Store.open(StoreFixture.settings(folder))) {
            assertThat(again.last()).isEqualTo(acknowledged.size());
            assertThere(again, acknowledged);
        }
    }

    @Test
    void anInterruptedCallerHarmsNobodyElse() throws Exception {
        Map<RecordId, String> acknowledged = new ConcurrentHashMap<>();
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLERS; i++) {
                    String text = "mail " + i;
                    boolean interrupted = i % 3 == 0;
                    var unused = callers.submit(() -> {
                        if (interrupted) {
                            Thread.currentThread().interrupt();
                        }
                        acknowledged.put(store.appendAndWait(StoreFixture.message(text)), text);
                        return null;
                    });
                }
            }
            store.appendAndWait(StoreFixture.message("the writer is well"));
            assertThat(store.problem()).isNull();
            assertThat(acknowledged.size()).isGreaterThanOrEqualTo(CALLERS * 2 / 3);
            assertThere(store, acknowledged);
        }
    }

    @Test
    void anInterruptedCallerStaysInterrupted() throws Exception {
        try (Store store = Store.open(StoreFixture.settings(folder));
                ExecutorService caller = Executors.newSingleThreadExecutor()) {
            boolean stayed = caller.submit(() -> {
                        Thread.currentThread().interrupt();
                        try {
                            store.appendAndWait(StoreFixture.message("x"));
                        } catch (StoreUnavailableException e) {
                            assertThat(e).hasMessageContaining("interrupted"); // or it was quicker than the interrupt
                        }
                        return Thread.interrupted();
                    })
                    .get(30, TimeUnit.SECONDS);
            assertThat(stayed).isTrue();
        }
    }
}
