package io.netwright.tensor;

import org.ejml.data.FMatrixRMaj;

/// A tensor in float32.
public final class FloatTensor extends Tensor {

    private final FMatrixRMaj matrix;

    /// A tensor of zeros.
    public FloatTensor(int... dims) {
        super(dims);
        this.matrix = new FMatrixRMaj(rows(), cols());
    }

    /// A tensor on memory that it shares with others, whose lifetimes the owner keeps apart.
    public FloatTensor(float[] memory, int... dims) {
        super(dims);
        if (memory.length < size()) {
            throw new IllegalArgumentException(size() + " numbers do not fit in " + memory.length);
        }
        this.matrix = new FMatrixRMaj();
        this.matrix.data = memory;
        this.matrix.reshape(rows(), cols());
    }

    /// @return the numbers themselves, of which the first [#size] count; writing to them writes to this tensor
    public float[] data() {
        return matrix.data;
    }

    /// @return the matrix itself: the last axis as columns
    public FMatrixRMaj matrix() {
        return matrix;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public double get(int i) {
        return matrix.data[i];
    }

    @Override
    public void set(int i, double value) {
        matrix.data[i] = (float) value;
    }

    @Override
    public void fill(double value) {
        java.util.Arrays.fill(matrix.data, 0, size(), (float) value);
    }

    @Override
    public FloatTensor view(int... dims) {
        return new FloatTensor(matrix.data, dims);
    }

    @Override
    public FloatTensor copy() {
        FloatTensor t = new FloatTensor(dims());
        t.copyFrom(this);
        return t;
    }

    @Override
    public void copyFrom(Tensor other) {
        if (other.size() != size()) {
            throw new IllegalArgumentException(other + " into " + this);
        }
        switch (other) {
            case FloatTensor f -> System.arraycopy(f.data(), 0, data(), 0, size());
            case DoubleTensor d -> {
                for (int i = 0; i < size(); i++) {
                    matrix.data[i] = (float) d.data()[i];
                }
            }
        }
    }

    @Override
    void reshapeMatrix(int rows, int cols) {
        matrix.reshape(rows, cols);
    }

    @Override
    int capacity() {
        return matrix.data.length;
    }
}
