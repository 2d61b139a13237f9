package io.netwright.data;

import java.util.function.DoubleUnaryOperator;

/// Numbers that take at most 256 values, one byte each, and what each byte stands for.
///
/// Scaling a set of pictures only changes the table, so that 60,000 of them take 47 MB before and after.
record ByteStore(byte[] bytes, int width, double[] table, float[] floats) implements Store {

    /// Bytes that stand for 0 to 255.
    static ByteStore unsigned(byte[] bytes, int width) {
        double[] table = new double[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = i;
        }
        return of(bytes, width, table);
    }

    private static ByteStore of(byte[] bytes, int width, double[] table) {
        float[] floats = new float[table.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) table[i];
        }
        return new ByteStore(bytes, width, table, floats);
    }

    @Override
    public int rows() {
        return bytes.length / width;
    }

    @Override
    public double get(int row, int column) {
        return table[bytes[row * width + column] & 0xFF];
    }

    @Override
    public void copy(int row, double[] into, int offset) {
        int from = row * width;
        for (int i = 0; i < width; i++) {
            into[offset + i] = table[bytes[from + i] & 0xFF];
        }
    }

    @Override
    public void copy(int row, float[] into, int offset) {
        int from = row * width;
        for (int i = 0; i < width; i++) {
            into[offset + i] = floats[bytes[from + i] & 0xFF];
        }
    }

    @Override
    public Store map(DoubleUnaryOperator f) {
        double[] mapped = new double[table.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = f.applyAsDouble(table[i]);
        }
        return of(bytes, width, mapped);
    }
}
