package io.netwright.data.matrix;

import java.util.Arrays;

/// Numbers in a shape, last axis fastest. The array is handed over, not copied.
///
/// @param shape the sizes of the axes, each at least 0; empty for a single number
/// @param data  as many numbers as the shape has places
public record NumericArray(int[] shape, double[] data) {

    public NumericArray {
        shape = shape.clone();
        long places = 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("an axis of " + size);
            }
            places = Math.multiplyExact(places, size);
        }
        if (places != data.length) {
            throw new IllegalArgumentException(data.length + " numbers in shape " + Arrays.toString(shape));
        }
    }

    /// @return an array of one axis or two
    public static NumericArray matrix(int rows, int columns, double[] data) {
        return new NumericArray(new int[] {rows, columns}, data);
    }

    @Override
    public int[] shape() {
        return shape.clone();
    }

    /// @return the size of the first axis; 1 for a single number
    public int rows() {
        return shape.length == 0 ? 1 : shape[0];
    }

    /// @return the numbers to one step of the first axis
    public int rowWidth() {
        int width = 1;
        for (int i = 1; i < shape.length; i++) {
            width *= shape[i];
        }
        return width;
    }

    /// @return the shape as NumPy writes it, such as `(3,)` or `(2, 3)`
    public String shapeText() {
        return shapeText(shape);
    }

    static String shapeText(int[] shape) {
        String sizes = Arrays.toString(shape);
        String inner = sizes.substring(1, sizes.length() - 1);
        return "(" + inner + (shape.length == 1 ? ",)" : ")");
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof NumericArray a && Arrays.equals(shape, a.shape) && Arrays.equals(data, a.data);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(data);
    }
}
