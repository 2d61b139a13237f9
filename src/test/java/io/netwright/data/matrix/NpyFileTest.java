package io.netwright.data.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {

    @TempDir
    Path dir;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(dir.resolve("a.npy"), bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private NumericArray read(String hex) throws IOException {
        return NpyFile.read(file(bytes(hex)));
    }

    private static NumericArray array(int[] shape, double... data) {
        return new NumericArray(shape, data);
    }

    @Test
    void readsWhatNumPyWrites() throws IOException {
        assertEquals(array(new int[] {2, 3}, 1, 2.5, -3, 4, 5, 0.1f), read(NpyBytes.F4));
        assertEquals(array(new int[] {2}, 0.1, 1e300), read(NpyBytes.F8));
        assertEquals(array(new int[] {3}, -1, 2, 0x1p53), read(NpyBytes.I8_VERSION_2));
        assertEquals(array(new int[] {1, 2, 4}, 0, 1, 2, 3, 4, 5, 6, 7), read(NpyBytes.U1_VERSION_3));
        assertEquals(array(new int[] {2}, 0.5, -2), read(NpyBytes.F2));
        assertEquals(array(new int[] {2}, 1, 0), read(NpyBytes.BOOL));
        assertEquals(array(new int[] {2}, 0x1p63 + 2048, 3), read(NpyBytes.U8));
        assertEquals(array(new int[] {1}, -300), read(NpyBytes.I2_BIG));
        assertEquals(array(new int[] {1}, 4294967295.0), read(NpyBytes.U4));
        assertEquals(array(new int[] {2}, -128, 127), read(NpyBytes.I1));
        assertEquals(array(new int[] {}, 7), read(NpyBytes.SCALAR));
        assertEquals(array(new int[] {0, 10}), read(NpyBytes.EMPTY));
    }

    @Test
    void bringsTheLastAxisToTheFront() throws IOException {
        assertEquals(array(new int[] {2, 3}, 1, 2, 3, 4, 5, 6), read(NpyBytes.F8_BIG_FORTRAN));
    }

    @Test
    void writesByteForByteWhatNumPyWrites() throws IOException {
        assertWritten(NpyBytes.F4, array(new int[] {2, 3}, 1, 2.5, -3, 4, 5, 0.1), NumberFormat.FLOAT32);
        assertWritten(NpyBytes.F8, array(new int[] {2}, 0.1, 1e300), NumberFormat.FLOAT64);
        assertWritten(NpyBytes.SCALAR, array(new int[] {}, 7), NumberFormat.FLOAT64);
        assertWritten(NpyBytes.EMPTY, array(new int[] {0, 10}), NumberFormat.FLOAT32);
    }

    private void assertWritten(String hex, NumericArray array, NumberFormat format) throws IOException {
        Path path = dir.resolve("b.npy");
        NpyFile.write(path, array, format);
        assertArrayEquals(bytes(hex), Files.readAllBytes(path));
    }

    @Test
    void largeArraysComeBack() {
        double[] data = new double[300_000];
        Arrays.setAll(data, i -> Math.sin(i));
        NumericArray array = array(new int[] {3, 100, 1000}, data);
        Path path = dir.resolve("c.npy");
        NpyFile.write(path, array, NumberFormat.FLOAT64);
        assertEquals(array, NpyFile.read(path));
        NpyFile.write(path, array, NumberFormat.FLOAT32);
        double[] rounded = Arrays.stream(data).map(v -> (float) v).toArray();
        assertEquals(array(new int[] {3, 100, 1000}, rounded), NpyFile.read(path));
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = bytes(NpyBytes.F4);
        for (int n = 0; n < whole.length; n++) {
            Path path = file(Arrays.copyOf(whole, n));
            String key = Refused.by(() -> NpyFile.read(path)).what().key();
            assertTrue(List.of("data.npy.cut", "data.npy.magic").contains(key), n + ": " + key);
        }
        Path longer = file(Arrays.copyOf(whole, whole.length + 1));
        assertEquals(
                "data.npy.long", Refused.by(() -> NpyFile.read(longer)).what().key());
    }

    @Test
    void whatIsNoArrayOfNumbersIsRefused() throws IOException {
        Path complex = file(bytes(NpyBytes.COMPLEX));
        assertTrue(Refused.text(Refused.by(() -> NpyFile.read(complex))).endsWith("<c16"));
        byte[] future = bytes(NpyBytes.F4);
        future[6] = 4;
        Path version = file(future);
        assertTrue(Refused.text(Refused.by(() -> NpyFile.read(version))).endsWith("4.0"));
        Path text = file("1,2,3\n4,5,6\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "data.npy.magic", Refused.by(() -> NpyFile.read(text)).what().key());
        Path none = dir.resolve("none.npy");
        assertEquals(
                "data.file.absent", Refused.by(() -> NpyFile.read(none)).what().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'descr': '<f4', 'fortran_order': False}",
                "{'descr': '<f4', 'fortran_order': Maybe, 'shape': (1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 1}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,} ",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} rest",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}",
                "__import__('os')"
            })
    void headersThatAreNoneAreRefused(String header) throws IOException {
        Path path = withHeader(header);
        assertEquals(
                "data.npy.header", Refused.by(() -> NpyFile.read(path)).what().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shape\":(1L,),\"fortran_order\":False,\"descr\":\"<f4\"}",
                "{ 'descr' : '<f4' , 'fortran_order' : True, 'shape' : ( 1 , ) , } \n"
            })
    void headersMayBeSpacedAndOrderedFreely(String header) throws IOException {
        assertEquals(array(new int[] {1}, 0), NpyFile.read(withHeader(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(4000000000,)", "(65536, 65536)", "(999999999999999999, 999999999999999999)"})
    void moreNumbersThanFitAreRefused(String shape) throws IOException {
        Path path = withHeader("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}");
        assertEquals(
                "data.npy.large", Refused.by(() -> NpyFile.read(path)).what().key());
    }

    /// A version 1.0 file with that header and one float32.
    private Path withHeader(String header) throws IOException {
        byte[] lead = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0};
        byte[] all = Arrays.copyOf(lead, lead.length + header.length() + 4);
        System.arraycopy(header.getBytes(StandardCharsets.ISO_8859_1), 0, all, lead.length, header.length());
        return file(all);
    }
}
