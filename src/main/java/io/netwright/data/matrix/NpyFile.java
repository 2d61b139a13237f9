package io.netwright.data.matrix;

import io.netwright.data.Refusal;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// NumPy's file of one array, as its `numpy.lib.format` describes it.
///
/// Read are versions 1.0, 2.0 and 3.0, real and whole numbers of 1 to 8 bytes and truth values, in either byte order
/// and in either order of axes. Whole numbers beyond 2^53 are rounded to the nearest that float64 can hold. Written is
/// version 1.0, little-endian, last axis fastest, byte for byte as NumPy writes it.
public final class NpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int MOST_HEADER = 1 << 20;
    private static final int CHUNK = 1 << 16;

    private NpyFile() {}

    /// @throws UserException where the file cannot be read, is no such file, is cut off, or holds something else than
    ///   numbers
    public static NumericArray read(Path path) {
        try (FileChannel channel = FileChannel.open(path)) {
            return new Reading(path, channel).array();
        } catch (NoSuchFileException e) {
            throw refuse(
                    path, Message.of("data.file.absent", path.toString()), "data.file.a-file", Refusal.nothing(), e);
        } catch (IOException e) {
            Message found = Refusal.text(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            throw refuse(path, Message.of("data.file.unreadable", path.toString()), "data.file.readable", found, e);
        }
    }

    /// Writes an array; an existing file is replaced in one step once all is written.
    ///
    /// @throws UserException where the file cannot be written
    public static void write(Path path, NumericArray array, NumberFormat format) {
        Output.replace(path, out -> {
            boolean wide = format == NumberFormat.FLOAT64;
            out.write(header(array.shape(), wide ? "<f8" : "<f4"));
            int size = wide ? Double.BYTES : Float.BYTES;
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : array.data()) {
                if (wide) {
                    buffer.putDouble(value);
                } else {
                    buffer.putFloat((float) value);
                }
                if (buffer.remaining() < size) {
                    out.write(buffer.array(), 0, buffer.position());
                    buffer.clear();
                }
            }
            out.write(buffer.array(), 0, buffer.position());
        });
    }

    /// Spaces and a line end make the numbers begin at a multiple of 64 bytes.
    private static byte[] header(int[] shape, String descr) {
        String text = new NpyHeader(
                        descr, false, IntStream.of(shape).asLongStream().boxed().toList())
                .text();
        // NumPy leaves room for the first axis to grow to 21 digits, so that a file can be appended to in place.
        text += shape.length == 0
                ? ""
                : " ".repeat(21 - Integer.toString(shape[0]).length());
        int lead = MAGIC.length + 2 + Short.BYTES;
        int padding = ALIGNMENT - (lead + text.length() + 1) % ALIGNMENT;
        byte[] body = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(lead + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) body.length)
                .put(body)
                .array();
    }

    private static UserException refuse(
            Path path, Message what, String expected, Message found, @Nullable Throwable cause) {
        return Refusal.inFile(path.toString(), "", what, Message.of(expected), found, cause);
    }

    /// One reading of one file.
    private record Reading(Path path, FileChannel channel) {

        NumericArray array() throws IOException {
            byte[] lead = bytes(MAGIC.length + 2).array();
            if (!Arrays.equals(lead, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw refuse(
                        path, message("data.npy.magic"), "data.npy.expected-npy", Message.of("data.npy.other"), null);
            }
            int version = lead[MAGIC.length];
            if (version < 1 || version > 3) {
                Message found = Refusal.text(version + "." + lead[MAGIC.length + 1]);
                throw refuse(path, message("data.npy.version"), "data.npy.versions", found, null);
            }
            long length = version == 1
                    ? bytes(Short.BYTES).getShort() & 0xFFFF
                    : bytes(Integer.BYTES).getInt() & 0xFFFFFFFFL;
            Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            String text = length > MOST_HEADER
                    ? ""
                    : charset.decode(bytes((int) length)).toString();
            NpyHeader header = NpyHeader.parse(text);
            if (header == null) {
                String shown = text.strip();
                Message found = Refusal.text(shown.length() > 200 ? shown.substring(0, 200) + "\u2026" : shown);
                throw refuse(path, message("data.npy.header"), "data.npy.expected-header", found, null);
            }
            return numbers(header);
        }

        private NumericArray numbers(NpyHeader header) throws IOException {
            NpyType type = NpyType.of(header.descr());
            if (type == null) {
                throw refuse(path, message("data.npy.type"), "data.npy.types", Refusal.text(header.descr()), null);
            }
            long count = 1;
            for (long size : header.shape()) {
                // a shape with an empty axis has no numbers, whatever the others say
                count = size == 0 || count == 0 ? 0 : size > Integer.MAX_VALUE / count ? Long.MAX_VALUE : count * size;
                if (count > Integer.MAX_VALUE - 8) {
                    throw refuse(path, message("data.npy.large"), "data.npy.fewer", Refusal.text(header.shape()), null);
                }
            }
            long left = channel.size() - channel.position();
            if (left != count * type.bytes()) {
                Message expected = Message.of("data.npy.bytes", count * type.bytes());
                throw Refusal.inFile(
                        path.toString(),
                        "",
                        message(left < count * type.bytes() ? "data.npy.cut" : "data.npy.long"),
                        expected,
                        Message.of("data.npy.bytes", left),
                        null);
            }
            double[] data = new double[(int) count];
            int perChunk = CHUNK / type.bytes();
            for (int from = 0; from < data.length; from += perChunk) {
                int n = Math.min(perChunk, data.length - from);
                type.decode(bytes(n * type.bytes()), data, from, n);
            }
            int[] shape = header.shape().stream().mapToInt(Math::toIntExact).toArray();
            return new NumericArray(shape, header.fortranOrder() ? lastAxisFastest(data, shape) : data);
        }

        private Message message(String key) {
            return Message.of(key, path.toString());
        }

        /// The next `n` bytes, little-endian.
        private ByteBuffer bytes(int n) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw Refusal.inFile(
                            path.toString(),
                            "",
                            message("data.npy.cut"),
                            Message.of("data.npy.bytes", n),
                            Message.of("data.npy.bytes", buffer.position()),
                            null);
                }
            }
            return buffer.flip();
        }
    }

    private static double[] lastAxisFastest(double[] fortran, int[] shape) {
        double[] data = new double[fortran.length];
        int[] index = new int[shape.length];
        for (double value : fortran) {
            int at = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                at = at * shape[axis] + index[axis];
            }
            data[at] = value;
            for (int axis = 0; axis < shape.length && ++index[axis] == shape[axis]; axis++) {
                index[axis] = 0;
            }
        }
        return data;
    }
}
