package io.netwright.data;

import java.util.function.DoubleUnaryOperator;

/// Numbers in float64.
record DoubleStore(double[] values, int width) implements Store {

    @Override
    public int rows() {
        return values.length / width;
    }

    @Override
    public double get(int row, int column) {
        return values[row * width + column];
    }

    @Override
    public void copy(int row, double[] into, int offset) {
        System.arraycopy(values, row * width, into, offset, width);
    }

    @Override
    public void copy(int row, float[] into, int offset) {
        int from = row * width;
        for (int i = 0; i < width; i++) {
            into[offset + i] = (float) values[from + i];
        }
    }

    @Override
    public Store map(DoubleUnaryOperator f) {
        double[] mapped = new double[values.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = f.applyAsDouble(values[i]);
        }
        return new DoubleStore(mapped, width);
    }
}
