package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import org.muniment.message.RawMessage;
import org.muniment.store.Content;

/** A raw message that lies in the store; closing it does nothing, for it stays. */
record StoredMessage(Content content) implements RawMessage {

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
        // It belongs to the store.
    }
}
