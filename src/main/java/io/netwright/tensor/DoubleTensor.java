package io.netwright.tensor;

import org.ejml.data.DMatrixRMaj;

/// A tensor in float64.
public final class DoubleTensor extends Tensor {

    private final DMatrixRMaj matrix;

    /// A tensor of zeros.
    public DoubleTensor(int... dims) {
        super(dims);
        this.matrix = new DMatrixRMaj(rows(), cols());
    }

    /// A tensor on memory that it shares with others, whose lifetimes the owner keeps apart.
    public DoubleTensor(double[] memory, int... dims) {
        super(dims);
        if (memory.length < size()) {
            throw new IllegalArgumentException(size() + " numbers do not fit in " + memory.length);
        }
        this.matrix = new DMatrixRMaj();
        this.matrix.data = memory;
        this.matrix.reshape(rows(), cols());
    }

    /// @return the numbers themselves, of which the first [#size] count; writing to them writes to this tensor
    public double[] data() {
        return matrix.data;
    }

    /// @return the matrix itself: the last axis as columns
    public DMatrixRMaj matrix() {
        return matrix;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT64;
    }

    @Override
    public double get(int i) {
        return matrix.data[i];
    }

    @Override
    public void set(int i, double value) {
        matrix.data[i] = value;
    }

    @Override
    public void fill(double value) {
        java.util.Arrays.fill(matrix.data, 0, size(), value);
    }

    @Override
    public DoubleTensor view(int... dims) {
        return new DoubleTensor(matrix.data, dims);
    }

    @Override
    public DoubleTensor copy() {
        DoubleTensor t = new DoubleTensor(dims());
        t.copyFrom(this);
        return t;
    }

    @Override
    public void copyFrom(Tensor other) {
        if (other.size() != size()) {
            throw new IllegalArgumentException(other + " into " + this);
        }
        switch (other) {
            case DoubleTensor d -> System.arraycopy(d.data(), 0, data(), 0, size());
            case FloatTensor f -> {
                for (int i = 0; i < size(); i++) {
                    matrix.data[i] = f.data()[i];
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
