package io.netwright.exchange.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading and writing against bytes that were made without this program.
class SafeTensorsTest {

    /// From NumPy, as the format's description lays it out (and equal, byte for byte, to what the Python package
    /// `safetensors` saves for these arrays):
    ///
    ///     def file(entries, metadata=None, pad=8):
    ///         header, data = {}, b''
    ///         if metadata: header['__metadata__'] = metadata
    ///         for name, dtype, shape, raw in entries:
    ///             header[name] = {'dtype': dtype, 'shape': shape, 'data_offsets': [len(data), len(data) + len(raw)]}
    ///             data += raw
    ///         text = json.dumps(header, separators=(',', ':')).encode()
    ///         text += b' ' * (-len(text) % pad)
    ///         return struct.pack('<Q', len(text)) + text + data
    ///     file([('bn1.running_mean', 'F64', [2], np.array([0.1, -0.0], '<f8').tobytes()),
    ///           ('dense1.bias', 'F32', [2], np.array([0.5, -2], '<f4').tobytes()),
    ///           ('dense1.weight', 'F32', [3, 2], np.array([[1, 2], [3, 4], [5, 1e-45]], '<f4').tobytes())]).hex()
    private static final String WEIGHTS =
            "d0000000000000007b22626e312e72756e6e696e675f6d65616e223a7b226474797065223a22463634222c2273686170"
                    + "65223a5b325d2c22646174615f6f666673657473223a5b302c31365d7d2c2264656e7365312e62696173223a7b226474"
                    + "797065223a22463332222c227368617065223a5b325d2c22646174615f6f666673657473223a5b31362c32345d7d2c22"
                    + "64656e7365312e776569676874223a7b226474797065223a22463332222c227368617065223a5b332c325d2c22646174"
                    + "615f6f666673657473223a5b32342c34385d7d7d202020209a9999999999b93f00000000000000800000003f000000c0"
                    + "0000803f0000004000004040000080400000a04001000000";

    /// From the same function: one tensor of each kind, `pad=1`, notes `{'format': 'pt'}`, NumPy's bytes for
    ///
    ///     bool 0 1 | u8 255 | i8 -1 | u16 65535 | i16 -2 | f16 1.5 -65504 6e-8 | bf16 0x3fc0 0xff80 | u32 4294967295
    ///     i32 -7 | f32 0.1 | u64 2**64-1 2**63+1025 | i64 -2**53 | f64 0.1 | scalar 2.5 of shape [] | none of [0, 3]
    private static final String KINDS =
            "71030000000000007b225f5f6d657461646174615f5f223a7b22666f726d6174223a227074227d2c22626f6f6c223a7b"
                    + "226474797065223a22424f4f4c222c227368617065223a5b325d2c22646174615f6f666673657473223a5b302c325d7d"
                    + "2c227538223a7b226474797065223a225538222c227368617065223a5b315d2c22646174615f6f666673657473223a5b"
                    + "322c335d7d2c226938223a7b226474797065223a224938222c227368617065223a5b315d2c22646174615f6f66667365"
                    + "7473223a5b332c345d7d2c22753136223a7b226474797065223a22553136222c227368617065223a5b315d2c22646174"
                    + "615f6f666673657473223a5b342c365d7d2c22693136223a7b226474797065223a22493136222c227368617065223a5b"
                    + "315d2c22646174615f6f666673657473223a5b362c385d7d2c22663136223a7b226474797065223a22463136222c2273"
                    + "68617065223a5b335d2c22646174615f6f666673657473223a5b382c31345d7d2c2262663136223a7b22647479706522"
                    + "3a2242463136222c227368617065223a5b325d2c22646174615f6f666673657473223a5b31342c31385d7d2c22753332"
                    + "223a7b226474797065223a22553332222c227368617065223a5b315d2c22646174615f6f666673657473223a5b31382c"
                    + "32325d7d2c22693332223a7b226474797065223a22493332222c227368617065223a5b315d2c22646174615f6f666673"
                    + "657473223a5b32322c32365d7d2c22663332223a7b226474797065223a22463332222c227368617065223a5b315d2c22"
                    + "646174615f6f666673657473223a5b32362c33305d7d2c22753634223a7b226474797065223a22553634222c22736861"
                    + "7065223a5b325d2c22646174615f6f666673657473223a5b33302c34365d7d2c22693634223a7b226474797065223a22"
                    + "493634222c227368617065223a5b315d2c22646174615f6f666673657473223a5b34362c35345d7d2c22663634223a7b"
                    + "226474797065223a22463634222c227368617065223a5b315d2c22646174615f6f666673657473223a5b35342c36325d"
                    + "7d2c227363616c6172223a7b226474797065223a22463634222c227368617065223a5b5d2c22646174615f6f66667365"
                    + "7473223a5b36322c37305d7d2c226e6f6e65223a7b226474797065223a22463332222c227368617065223a5b302c335d"
                    + "2c22646174615f6f666673657473223a5b37302c37305d7d7d0001fffffffffeff003efffb0100c03f80fffffffffff9"
                    + "ffffffcdcccc3dffffffffffffffff0104000000000080000000000000e0ff9a9999999999b93f0000000000000440";

    @TempDir
    Path folder;

    @Test
    void readsEveryKind() throws IOException {
        try (var reader = SafeTensorsReader.open(file(KINDS))) {
            assertEquals(Map.of("format", "pt"), reader.metadata());
            assertArrayEquals(new double[] {0, 1}, reader.values("bool"));
            assertArrayEquals(new double[] {255}, reader.values("u8"));
            assertArrayEquals(new double[] {-1}, reader.values("i8"));
            assertArrayEquals(new double[] {65535}, reader.values("u16"));
            assertArrayEquals(new double[] {-2}, reader.values("i16"));
            assertArrayEquals(new double[] {1.5, -65504, 5.960464477539063e-08}, reader.values("f16"));
            assertArrayEquals(new double[] {1.5, Double.NEGATIVE_INFINITY}, reader.values("bf16"));
            assertArrayEquals(new double[] {4294967295.0}, reader.values("u32"));
            assertArrayEquals(new double[] {-7}, reader.values("i32"));
            assertArrayEquals(new double[] {0.10000000149011612}, reader.values("f32"));
            assertArrayEquals(new double[] {0x1p64, 0x1p63 + 2048}, reader.values("u64"));
            assertArrayEquals(new double[] {-0x1p53}, reader.values("i64"));
            assertArrayEquals(new double[] {0.1}, reader.values("f64"));
            assertArrayEquals(new double[] {2.5}, reader.values("scalar"));
            assertEquals(List.of(), reader.tensors().get("scalar").shape());
            assertArrayEquals(new double[0], reader.values("none"));
            assertEquals(List.of(0L, 3L), reader.tensors().get("none").shape());
            assertThrows(IllegalArgumentException.class, () -> reader.values("nobody"));
        }
    }

    @Test
    void readsIntoTensorsOfEitherPrecision() throws IOException {
        try (var reader = SafeTensorsReader.open(file(WEIGHTS))) {
            assertEquals(
                    List.of("bn1.running_mean", "dense1.bias", "dense1.weight"),
                    List.copyOf(reader.tensors().keySet()));
            for (Precision precision : Precision.values()) {
                Tensor weight = Tensor.zeros(precision, 3, 2);
                reader.read("dense1.weight", weight);
                assertArrayEquals(new double[] {1, 2, 3, 4, 5, Float.MIN_VALUE}, weight.toArray());
            }
            Tensor rounded = Tensor.zeros(Precision.FLOAT32, 2);
            reader.read("bn1.running_mean", rounded);
            assertArrayEquals(new double[] {0.1f, -0.0}, rounded.toArray());
            Tensor small = Tensor.zeros(Precision.FLOAT32, 2);
            assertThrows(IllegalArgumentException.class, () -> reader.read("dense1.weight", small));
        }
    }

    @Test
    void writesTheReferenceBytesInWhateverOrderTheTensorsCome() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("dense1.weight", Tensor.of(Precision.FLOAT32, new double[] {1, 2, 3, 4, 5, 1e-45}, 3, 2));
        tensors.put("bn1.running_mean", Tensor.of(Precision.FLOAT64, new double[] {0.1, -0.0}, 2));
        tensors.put("dense1.bias", Tensor.of(Precision.FLOAT32, new double[] {0.5, -2}, 2));
        var bytes = new ByteArrayOutputStream();
        SafeTensorsWriter.write(bytes, tensors, Map.of());
        assertEquals(WEIGHTS, HexFormat.of().formatHex(bytes.toByteArray()));
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        // longer than the pieces in which it is written and read
        int rows = 700;
        int cols = 800;
        var random = new java.util.Random(3);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Precision precision : Precision.values()) {
            double[] values = random.doubles((long) rows * cols, -1e3, 1e3).toArray();
            values[0] = Double.NaN;
            values[1] = Double.NEGATIVE_INFINITY;
            values[2] = -0.0;
            tensors.put(precision.text() + " \u6743\u91cd", Tensor.of(precision, values, rows, cols));
        }
        Path file = folder.resolve("w.safetensors");
        SafeTensorsWriter.write(file, tensors, Map.of("b", "2", "a", "1"));
        try (var reader = SafeTensorsReader.open(file)) {
            assertEquals("{a=1, b=2}", reader.metadata().toString());
            tensors.forEach((name, t) -> {
                Tensor back = Tensor.zeros(t.precision(), t.dims());
                reader.read(name, back);
                assertArrayEquals(t.toArray(), back.toArray(), name);
                assertArrayEquals(t.toArray(), reader.values(name), name);
            });
        }
    }

    @Test
    void aFileWithoutTensorsIsAFile() throws IOException {
        Path file = folder.resolve("empty.safetensors");
        SafeTensorsWriter.write(file, Map.of(), Map.of());
        try (var reader = SafeTensorsReader.open(file)) {
            assertTrue(reader.tensors().isEmpty());
        }
        assertEquals("08000000000000007b7d202020202020", HexFormat.of().formatHex(Files.readAllBytes(file)));
    }

    private Path file(String hex) throws IOException {
        return Files.write(folder.resolve("given.safetensors"), HexFormat.of().parseHex(hex));
    }
}
