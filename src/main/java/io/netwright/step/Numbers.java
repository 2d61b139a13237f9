package io.netwright.step;

import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// A tensor that can be looked at but not changed, seen as a matrix where that helps: the last axis is the columns, all
/// axes before it are the rows. May be seen transposed.
///
/// Immutable as long as nobody writes to the tensor behind it, which a recording keeps to itself.
public final class Numbers {

    private final Tensor tensor;
    private final boolean transposed;
    private double largest = Double.NaN;

    private Numbers(Tensor tensor, boolean transposed) {
        this.tensor = tensor;
        this.transposed = transposed;
    }

    /// @param tensor belongs to the result from now on
    static Numbers of(Tensor tensor) {
        return new Numbers(tensor, false);
    }

    /// @return the same numbers as a matrix with rows and columns exchanged
    Numbers transpose() {
        return new Numbers(tensor, !transposed);
    }

    /// @return whether this is a matrix seen with rows and columns exchanged
    public boolean isTransposed() {
        return transposed;
    }

    /// @return the sizes; a scalar has none. Transposed numbers have two.
    public int[] dims() {
        return transposed ? new int[] {rows(), cols()} : tensor.dims();
    }

    public int rank() {
        return transposed ? 2 : tensor.rank();
    }

    public int size() {
        return tensor.size();
    }

    public int rows() {
        return transposed ? tensor.cols() : tensor.rows();
    }

    public int cols() {
        return transposed ? tensor.rows() : tensor.cols();
    }

    /// @return the number in row `row` and column `col` of the matrix
    public double get(int row, int col) {
        return transposed ? tensor.get(col * tensor.cols() + row) : tensor.get(row * tensor.cols() + col);
    }

    /// @param index one number an axis, of the tensor as the op sees it: not transposed
    public double at(int... index) {
        return tensor.get(tensor.offset(index));
    }

    /// @param index one number an axis, of the tensor as the op sees it: not transposed
    /// @return row and column of that element in the matrix as it is seen here
    public int[] cell(List<Integer> index) {
        int flat = tensor.offset(index.stream().mapToInt(Integer::intValue).toArray());
        int row = flat / tensor.cols();
        int col = flat % tensor.cols();
        return transposed ? new int[] {col, row} : new int[] {row, col};
    }

    /// @return the index, as the op sees it, of the element in that row and column
    public int[] index(int row, int col) {
        return tensor.index(transposed ? col * tensor.cols() + row : row * tensor.cols() + col);
    }

    /// @return the largest absolute value among those that are finite; 0 where none is
    public double largest() {
        if (Double.isNaN(largest)) {
            double max = 0;
            for (int i = 0; i < tensor.size(); i++) {
                double magnitude = Math.abs(tensor.get(i));
                if (magnitude > max && magnitude < Double.POSITIVE_INFINITY) {
                    max = magnitude;
                }
            }
            largest = max;
        }
        return largest;
    }

    /// @return all numbers in row-major order of the tensor
    public double[] toArray() {
        return tensor.toArray();
    }

    /// @return lists of lists, as deep as there are axes, with numbers inside; a number for a scalar
    public Object nested() {
        return nested(tensor.dims(), 0, 0);
    }

    private Object nested(int[] dims, int axis, int flat) {
        if (axis == dims.length) {
            return tensor.get(flat);
        }
        List<Object> list = new ArrayList<>(dims[axis]);
        for (int i = 0; i < dims[axis]; i++) {
            list.add(nested(dims, axis + 1, flat * dims[axis] + i));
        }
        return list;
    }

    /// @return 64 bits that depend on every bit of every number and on the sizes
    long digest() {
        long hash = 0x9e3779b97f4a7c15L;
        for (int dim : tensor.dims()) {
            hash = mixed(hash, dim);
        }
        for (int i = 0; i < tensor.size(); i++) {
            hash = mixed(hash, Double.doubleToRawLongBits(tensor.get(i)));
        }
        return hash;
    }

    /// The finaliser of MurmurHash3 (Appleby, 2011) over what came before and what comes next.
    static long mixed(long hash, long next) {
        long h = hash * 31 + next;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    /// @return the tensor, for the ops that compute from it
    Tensor tensor() {
        return tensor;
    }

    @Override
    public String toString() {
        return tensor + (transposed ? "ᵀ" : "");
    }
}
