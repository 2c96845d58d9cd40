package org.muniment.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.muniment.message.MemoryMessage;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.store.ContentWriter;
import org.muniment.store.LargeContent;
import org.muniment.store.Store;

/**
 * Takes mail in: small mail into memory, large mail straight into the content file it will stay in, so that it is
 * written once only. Until a record refers to that file its key lies in memory alone. Thread-safe.
 */
final class ArchiveSpool implements Spool {
    private static final int FIRST = 8 << 10;
    private final Store store;

    ArchiveSpool(Store store) {
        this.store = store;
    }

    @Override
    public Intake begin() {
        return new Taking();
    }

    private final class Taking extends Intake {
        private ByteArrayOutputStream memory = new ByteArrayOutputStream(FIRST);
        private @Nullable ContentWriter file;
        private boolean finished;

        @Override
        public long size() {
            return file == null ? memory.size() : file.size();
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (file == null && length > LargeContent.THRESHOLD - memory.size()) {
                file = store.newContent();
                memory.writeTo(file);
                memory = new ByteArrayOutputStream(0);
            }
            if (file == null) {
                memory.write(bytes, offset, length);
            } else {
                file.write(bytes, offset, length);
            }
        }

        @Override
        public RawMessage finish() throws IOException {
            finished = true;
            if (file == null) {
                return new MemoryMessage(memory.toByteArray());
            }
            return new LargeMessage(store, file.finish());
        }

        @Override
        public void close() {
            if (!finished && file != null) {
                finished = true;
                LargeMessage.quietly(file::close);
            }
        }
    }

    /** Whether a large message came through this spool, so that its file may be taken over. */
    @SuppressWarnings("ReferenceEquality") // a store is one object, whatever it holds
    boolean holds(LargeMessage message) {
        return message.store == store;
    }

    /**
     * Another archive's large message: it is copied if it comes to that, chunk by chunk. The caller closes it, besides
     * the message itself.
     */
    RawMessage borrow(LargeMessage message) {
        return new Borrowed(message);
    }

    /** A large message that lies with another archive. Closing deletes the copy, unless a record has taken it over. */
    final class Borrowed implements RawMessage {
        private final LargeMessage lender;
        private @Nullable LargeContent copy;

        private Borrowed(LargeMessage lender) {
            this.lender = lender;
        }

        /** The same bytes in a content file of this store. */
        LargeContent content() throws IOException {
            LargeContent own = copy;
            if (own == null) {
                own = copied();
                copy = own;
            }
            return own;
        }

        private LargeContent copied() throws IOException {
            try (ContentWriter out = store.newContent();
                    InputStream in = lender.open()) {
                in.transferTo(out);
                return out.finish();
            }
        }

        @Override
        public long size() {
            return lender.size();
        }

        @Override
        public byte[] sha256() {
            return lender.sha256();
        }

        @Override
        public InputStream open() throws IOException {
            return lender.open();
        }

        @Override
        public void close() {
            LargeContent own = copy;
            if (own != null) {
                LargeMessage.quietly(own::discard);
            }
        }
    }

    /** A message in a content file. Closing deletes the file, unless a record has taken it over. */
    static final class LargeMessage implements RawMessage {
        private final Store store;
        private final LargeContent content;

        LargeMessage(Store store, LargeContent content) {
            this.store = store;
            this.content = content;
        }

        LargeContent content() {
            return content;
        }

        @Override
        public long size() {
            return content.size();
        }

        @Override
        public byte[] sha256() {
            return content.sha256();
        }

        @Override
        public InputStream open() throws IOException {
            return content.open();
        }

        @Override
        public void close() {
            quietly(content::discard);
        }

        /** What cannot be deleted now is swept at the next start. */
        static void quietly(Closing closing) {
            try {
                closing.close();
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(ArchiveSpool.class)
                        .debug("An unused content file stays until the next start", e);
            }
        }

        /** Something that may fail to close. */
        interface Closing {
            void close() throws IOException;
        }
    }
}
