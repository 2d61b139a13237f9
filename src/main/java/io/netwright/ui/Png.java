package io.netwright.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes pictures of JavaFX as PNG files (ISO/IEC 15948), 8 bits a channel, with transparency. JavaFX itself can only
/// do it through AWT, which the windows do without.
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {}

    /// @param image loaded, such as a snapshot
    /// @param out   is left open
    public static void write(Image image, OutputStream out) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        out.write(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 6).put((byte) 0).put((byte) 0).put((byte) 0);
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", pixels(image, width, height));
        chunk(out, "IEND", new byte[0]);
    }

    private static byte[] pixels(Image image, int width, int height) throws IOException {
        var packed = new ByteArrayOutputStream();
        byte[] bgra = new byte[width * 4];
        // each row: the filter's number, then RGBA; filter 1 ("sub") stores differences to the pixel on the left, which
        // packs flat surfaces well
        byte[] row = new byte[1 + width * 4];
        row[0] = 1;
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < height; y++) {
                image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getByteBgraInstance(), bgra, 0, width * 4);
                for (int i = 0; i < bgra.length; i += 4) {
                    for (int channel = 0; channel < 4; channel++) {
                        int from = i + (channel == 3 ? 3 : 2 - channel);
                        int left = i == 0 ? 0 : bgra[from - 4];
                        row[1 + i + channel] = (byte) (bgra[from] - left);
                    }
                }
                deflater.write(row);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(name);
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
