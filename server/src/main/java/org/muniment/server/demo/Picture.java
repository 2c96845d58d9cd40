package org.muniment.server.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Draws small PNG images (RFC 2083) without a drawing library. */
final class Picture {
    private static final int BAR = 18;
    private static final int HEIGHT = 100;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BACKGROUND = 0;
    private static final byte INK = 1;
    /** White, and the green of the house. */
    private static final byte[] PALETTE = {(byte) 0xff, (byte) 0xff, (byte) 0xff, 0x2f, 0x6f, 0x5e};

    private Picture() {}

    /** A chart of bars, each from 0 to 100 high. */
    static byte[] chart(int... bars) {
        int width = bars.length * BAR;
        var rows = new ByteArrayOutputStream();
        for (int y = 0; y < HEIGHT; y++) {
            rows.write(0); // no filter
            for (int x = 0; x < width; x++) {
                boolean gap = x % BAR < 4;
                rows.write(!gap && HEIGHT - y <= bars[x / BAR] ? INK : BACKGROUND);
            }
        }
        return png(width, HEIGHT, rows.toByteArray());
    }

    private static byte[] png(int width, int height, byte[] rows) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 3)
                .array();
        chunk(png, "IHDR", header);
        chunk(png, "PLTE", PALETTE);
        chunk(png, "IDAT", deflated(rows));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] deflated(byte[] rows) {
        try (var deflater = new Deflater()) {
            deflater.setInput(rows);
            deflater.finish();
            byte[] room = new byte[rows.length + 64];
            int length = deflater.deflate(room);
            return Arrays.copyOf(room, length);
        }
    }
}
