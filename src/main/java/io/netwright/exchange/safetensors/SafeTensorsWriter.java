package io.netwright.exchange.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.netwright.exchange.AtomicFile;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// Writes tensors to a file, always the same bytes for the same tensors: float64 before float32, then by name, the
/// header filled up with spaces so that the numbers begin at a multiple of eight.
public final class SafeTensorsWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int CHUNK = 1 << 16;

    private SafeTensorsWriter() {}

    /// Replaces `file` as a whole or not at all.
    ///
    /// @param tensors  by name. Not modified.
    /// @param metadata notes about the file
    /// @throws io.netwright.text.UserException where the file cannot be written; an existing one is then as it was
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        AtomicFile.write(file, out -> write(out, tensors, metadata));
    }

    static void write(OutputStream out, Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        var inOrder = tensors.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Tensor> e) ->
                                -e.getValue().precision().bytes())
                        .thenComparing(e -> e.getKey().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .toList();
        var header = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(header)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectFieldStart("__metadata__");
                for (var e : new TreeMap<>(metadata).entrySet()) {
                    json.writeStringField(e.getKey(), e.getValue());
                }
                json.writeEndObject();
            }
            long at = 0;
            for (var e : inOrder) {
                long end = at
                        + (long) e.getValue().size() * e.getValue().precision().bytes();
                describe(json, e.getKey(), e.getValue(), at, end);
                at = end;
            }
            json.writeEndObject();
        }
        while (header.size() % Header.PREFIX != 0) {
            header.write(' ');
        }
        out.write(ByteBuffer.allocate(Header.PREFIX)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.size())
                .array());
        header.writeTo(out);
        for (var e : inOrder) {
            numbers(out, e.getValue());
        }
    }

    private static void describe(JsonGenerator json, String name, Tensor t, long begin, long end) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("dtype", t.precision() == Precision.FLOAT64 ? DType.F64.name() : DType.F32.name());
        json.writeFieldName("shape");
        int[] dims = t.dims();
        json.writeArray(dims, 0, dims.length);
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {begin, end}, 0, 2);
        json.writeEndObject();
    }

    private static void numbers(OutputStream out, Tensor t) throws IOException {
        int bytes = t.precision().bytes();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < t.size(); from += CHUNK / bytes) {
            int count = Math.min(CHUNK / bytes, t.size() - from);
            switch (t) {
                case FloatTensor f -> chunk.asFloatBuffer().put(f.data(), from, count);
                case DoubleTensor d -> chunk.asDoubleBuffer().put(d.data(), from, count);
            }
            out.write(chunk.array(), 0, count * bytes);
        }
    }
}
