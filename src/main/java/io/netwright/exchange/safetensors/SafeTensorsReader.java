package io.netwright.exchange.safetensors;

import io.netwright.exchange.FileProblem;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;
import io.netwright.text.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;

/// An open file: its header at once, each tensor's numbers when asked for.
public final class SafeTensorsReader implements AutoCloseable {

    // also the largest piece that is read at once; a multiple of every kind's size
    private static final int CHUNK = 1 << 20;

    /// The longest array that every JVM can make.
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private final Path file;
    private final FileChannel channel;
    private final Header header;
    private final Refusals refusals;

    private SafeTensorsReader(Path file, FileChannel channel, Header header, Refusals refusals) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.refusals = refusals;
    }

    /// @throws UserException where the file cannot be read, or is no such file or not a whole one; with the tensor
    public static SafeTensorsReader open(Path file) {
        var refusals = new Refusals(file);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            return new SafeTensorsReader(file, channel, header(channel, refusals), refusals);
        } catch (IOException e) {
            close(channel);
            throw FileProblem.reading(file, e);
        } catch (UserException e) {
            close(channel);
            throw e;
        }
    }

    private static void close(@org.jspecify.annotations.Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // nothing was written, so nothing is lost
        }
    }

    private static Header header(FileChannel channel, Refusals refusals) throws IOException {
        long size = channel.size();
        if (size < Header.PREFIX) {
            throw refusals.tooShort(size);
        }
        long length = read(channel, 0, Header.PREFIX).getLong();
        long rest = size - Header.PREFIX;
        if (length < 0 || length > Header.LONGEST || length > rest) {
            throw refusals.headerLength(Long.toUnsignedString(length), rest);
        }
        return HeaderReader.read(read(channel, Header.PREFIX, (int) length).array(), rest - length, refusals);
    }

    private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel, at, buffer);
        return buffer;
    }

    private static void fill(FileChannel channel, long at, ByteBuffer buffer) throws IOException {
        long from = at;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, from);
            if (n < 0) {
                // checked when it was opened, so somebody has shortened it since
                throw new EOFException("the file became shorter while it was read");
            }
            from += n;
        }
        buffer.flip();
    }

    /// @return the file's notes about itself, such as who wrote it
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    /// @return what is in it, by name, in the order of the bytes
    public SequencedMap<String, TensorInfo> tensors() {
        return Collections.unmodifiableSequencedMap(header.tensors());
    }

    /// @return a tensor's numbers in row-major order, widened to float64
    /// @throws UserException            where it cannot be read or has more numbers than an array can hold
    /// @throws IllegalArgumentException where there is no such tensor
    public double[] values(String name) {
        TensorInfo info = info(name);
        if (info.size() > LONGEST_ARRAY) {
            throw refusals.tooLarge(name, info.shapeText());
        }
        double[] values = new double[(int) info.size()];
        each(info, (i, v) -> values[i] = v);
        return values;
    }

    /// Writes a tensor's numbers to `out`, rounded to its precision.
    ///
    /// @param out as many numbers as the file's tensor has. Modified.
    /// @throws UserException            where it cannot be read; `out` is then arbitrary
    /// @throws IllegalArgumentException where there is no such tensor, or `out` has another size
    public void read(String name, Tensor out) {
        TensorInfo info = info(name);
        if (info.size() != out.size()) {
            throw new IllegalArgumentException(info + " into " + out);
        }
        switch (out) {
            case FloatTensor f -> each(info, (i, v) -> f.data()[i] = (float) v);
            case DoubleTensor d -> each(info, (i, v) -> d.data()[i] = v);
        }
    }

    private interface Sink {
        void set(int i, double value);
    }

    private void each(TensorInfo info, Sink sink) {
        long at = Header.PREFIX + header.length() + info.begin();
        long end = Header.PREFIX + header.length() + info.end();
        int i = 0;
        try {
            while (at < end) {
                ByteBuffer chunk = read(channel, at, (int) Math.min(CHUNK, end - at));
                at += chunk.remaining();
                while (chunk.hasRemaining()) {
                    sink.set(i++, info.dtype().next(chunk));
                }
            }
        } catch (IOException e) {
            throw FileProblem.reading(file, e);
        }
    }

    /// @return what the header says about one tensor
    /// @throws IllegalArgumentException where there is no such tensor
    public TensorInfo info(String name) {
        TensorInfo info = header.tensors().get(name);
        if (info == null) {
            throw new IllegalArgumentException("no tensor " + name + " in " + file);
        }
        return info;
    }

    @Override
    public void close() {
        close(channel);
    }
}
