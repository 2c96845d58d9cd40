package org.muniment.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.muniment.archive.Archive;
import org.muniment.archive.Archives;
import org.muniment.store.format.Entry;
import org.muniment.store.format.Keys;
import org.muniment.store.format.VolumeReader;

/**
 * Compares what lies on the disk with what was acknowledged, with a reader that shares no code with the store.
 *
 * <p>Records that were compared once are believed from then on, except by {@link #everything}.
 */
public final class Proof {
    private static final int MESSAGE = 1;
    private static final int SIGHTING = 2;
    private static final int LOG_ENTRY = 4;
    private static final int RECIPIENT = 4;
    private static final int OF_MESSAGE = 15;
    private static final int MESSAGE_ID = 16;

    private final Path home;
    private final Archive.Settings settings;
    private final String masterKey;
    private final Map<String, Posting> expected = new HashMap<>();
    private final Map<String, Found> found = new HashMap<>();
    private final Set<String> messageIds = new HashSet<>();
    private int seen;

    /** Creates a proof for the archive of a home. */
    public Proof(Path home, Archive.Settings settings, String masterKey) {
        this.home = home;
        this.settings = settings;
        this.masterKey = masterKey;
    }

    /** A record and the message it belongs to. */
    record Found(String record, String message) {}

    /** Reads the records that are new since the last time and compares all postings. */
    public void compare(Iterable<Posting> postings) throws IOException {
        postings.forEach(posting -> expected.put(posting.recipient(), posting));
        VolumeReader reader = reader();
        assertThat(reader.ids().size()).as("records, none of which may go").isGreaterThanOrEqualTo(seen);
        for (String id : reader.ids().subList(seen, reader.ids().size())) {
            take(id, reader.read(id));
        }
        seen = reader.ids().size();
        for (Posting posting : expected.values()) {
            if (posting.acknowledged()) {
                Found record = found.get(posting.recipient());
                assertThat(record)
                        .as("record of %s, acknowledged as %s", posting.recipient(), posting.answer())
                        .isNotNull();
                assertThat("msg_" + record.message()).isEqualTo(posting.answer().get());
            }
        }
    }

    /** Reads all records once more and has the store check itself. */
    public void everything(Iterable<Posting> postings) throws IOException {
        found.clear();
        messageIds.clear();
        seen = 0;
        compare(postings);
        assertThat(Archives.verify(settings, null).failures()).isEmpty();
    }

    private VolumeReader reader() throws IOException {
        Path keyring = settings.keys().resolve(settings.organisation() + ".keyring");
        Path store =
                home.resolve("organisations").resolve(settings.organisation()).resolve("store");
        return new VolumeReader(store, new Keys(keyring, masterKey));
    }

    private void take(String id, Entry record) throws IOException {
        if (record.kind() == LOG_ENTRY) {
            return; // what people did on the whole server
        }
        assertThat(record.kind()).as("kind of %s", id).isIn(MESSAGE, SIGHTING);
        String recipient = record.texts(RECIPIENT).getFirst();
        Posting posting = expected.get(recipient);
        assertThat(posting).as("what was sent to %s", recipient).isNotNull();
        assertThat(record.content()).as("bytes of %s", id).isEqualTo(posting.mail());
        if (record.kind() == MESSAGE) {
            assertThat(messageIds.add(record.texts(MESSAGE_ID).getFirst()))
                    .as("only message of its kind: %s", id)
                    .isTrue();
        }
        String message =
                record.kind() == MESSAGE ? id : record.texts(OF_MESSAGE).getFirst();
        assertThat(found.put(recipient, new Found(id, message)))
                .as("other record of the posting of %s", id)
                .isNull();
    }
}
