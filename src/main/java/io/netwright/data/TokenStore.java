package io.netwright.data;

import java.util.function.DoubleUnaryOperator;

/// Stretches of one long sequence of tokens, each `length` long and `stride` after the one before. They may overlap;
/// the sequence is kept once.
///
/// @param tokens handed over for good
record TokenStore(int[] tokens, int rows, int width, int stride) implements Store {

    TokenStore {
        if (rows > 0 && (long) (rows - 1) * stride + width > tokens.length) {
            throw new IllegalArgumentException(rows + " stretches of " + width + " in " + tokens.length);
        }
    }

    @Override
    public double get(int row, int column) {
        return tokens[row * stride + column];
    }

    @Override
    public void copy(int row, double[] into, int offset) {
        for (int i = 0; i < width; i++) {
            into[offset + i] = tokens[row * stride + i];
        }
    }

    @Override
    public void copy(int row, float[] into, int offset) {
        for (int i = 0; i < width; i++) {
            into[offset + i] = tokens[row * stride + i];
        }
    }

    @Override
    public Store map(DoubleUnaryOperator f) {
        throw new IllegalStateException("tokens are names, not sizes, and are never scaled");
    }
}
