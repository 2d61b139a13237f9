package io.netwright.tensor;

import java.util.Arrays;

/// Numbers in row-major order with concrete sizes, kept in one of EJML's row-major matrices: the last axis is the
/// columns, all axes before it are the rows.
///
/// Two precisions, one interface. Loops that matter do not use [#get]; they are in `tensor.kernel`.
public abstract sealed class Tensor permits DoubleTensor, FloatTensor {

    private int[] dims;
    private int size;

    Tensor(int[] dims) {
        this.dims = dims.clone();
        this.size = product(dims);
    }

    static int product(int[] dims) {
        return Arrays.stream(dims).reduce(1, Math::multiplyExact);
    }

    /// @return a tensor of zeros
    public static Tensor zeros(Precision precision, int... dims) {
        return switch (precision) {
            case FLOAT32 -> new FloatTensor(dims);
            case FLOAT64 -> new DoubleTensor(dims);
        };
    }

    /// @return a tensor with these numbers, rounded to the precision
    public static Tensor of(Precision precision, double[] values, int... dims) {
        Tensor t = zeros(precision, dims);
        if (values.length != t.size()) {
            throw new IllegalArgumentException(values.length + " numbers for " + Arrays.toString(dims));
        }
        for (int i = 0; i < values.length; i++) {
            t.set(i, values[i]);
        }
        return t;
    }

    public abstract Precision precision();

    /// @return element `i` in row-major order, widened to float64
    public abstract double get(int i);

    /// Sets element `i` in row-major order, rounded to the precision.
    public abstract void set(int i, double value);

    public abstract void fill(double value);

    /// @return a tensor of its own with the same numbers
    public abstract Tensor copy();

    /// @return a tensor of these sizes on the memory of this one, of which it may use all; writing to one writes to
    ///   both
    /// @throws IllegalArgumentException where the memory is too small
    public abstract Tensor view(int... dims);

    /// Takes over the other's numbers.
    ///
    /// @param other of the same size, in either precision. Not modified.
    public abstract void copyFrom(Tensor other);

    /// Gives this tensor new sizes on the same memory; what it holds is arbitrary afterwards. This is how one executor
    /// serves a last, smaller batch.
    ///
    /// @throws IllegalArgumentException where the memory is too small
    public final void resize(int... newDims) {
        int newSize = product(newDims);
        if (newSize > capacity()) {
            throw new IllegalArgumentException(Arrays.toString(newDims) + " does not fit in " + capacity());
        }
        this.dims = newDims.clone();
        this.size = newSize;
        reshapeMatrix(rows(), cols());
    }

    abstract void reshapeMatrix(int rows, int cols);

    /// @return how many numbers the memory holds
    abstract int capacity();

    /// @return the sizes; a scalar has none
    public final int[] dims() {
        return dims.clone();
    }

    public final int rank() {
        return dims.length;
    }

    /// @param axis negative counts from the end
    public final int dim(int axis) {
        return dims[axis < 0 ? axis + dims.length : axis];
    }

    /// @return the number of elements
    public final int size() {
        return size;
    }

    /// @return the product of all axes but the last
    public final int rows() {
        return dims.length == 0 ? 1 : size / dims[dims.length - 1];
    }

    /// @return the last axis
    public final int cols() {
        return dims.length == 0 ? 1 : dims[dims.length - 1];
    }

    /// @return the row-major place of the element at `index`
    public final int offset(int... index) {
        if (index.length != dims.length) {
            throw new IllegalArgumentException(Arrays.toString(index) + " in " + Arrays.toString(dims));
        }
        int at = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            at = at * dims[axis] + java.util.Objects.checkIndex(index[axis], dims[axis]);
        }
        return at;
    }

    /// @return the index, one number an axis, of the element at row-major place `flat`
    public final int[] index(int flat) {
        int[] index = new int[dims.length];
        int rest = flat;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            index[axis] = rest % dims[axis];
            rest /= dims[axis];
        }
        return index;
    }

    /// @return all numbers in row-major order
    public final double[] toArray() {
        double[] all = new double[size];
        for (int i = 0; i < size; i++) {
            all[i] = get(i);
        }
        return all;
    }

    @Override
    public String toString() {
        return precision().text() + Arrays.toString(dims) + (size <= 16 ? Arrays.toString(toArray()) : "");
    }
}
