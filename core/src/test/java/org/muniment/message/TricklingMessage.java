package org.muniment.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A message whose stream gives only so many bytes at a time, as a slow disk or socket may. */
final class TricklingMessage implements RawMessage {
    private final MemoryMessage whole;
    private final int step;

    TricklingMessage(byte[] bytes, int step) {
        this.whole = new MemoryMessage(bytes);
        this.step = step;
    }

    @Override
    public long size() {
        return whole.size();
    }

    @Override
    public byte[] sha256() {
        return whole.sha256();
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(whole.bytes()) {
            @Override
            public synchronized int read(byte[] target, int off, int len) {
                return super.read(target, off, Math.min(len, step));
            }
        };
    }

    @Override
    public void close() {
        whole.close();
    }
}
