package io.netwright.ui.step;

import io.netwright.step.Numbers;
import java.util.List;

/// The part of an array that is shown as one matrix: all of it where it has two axes or fewer, else its last two axes
/// at one place of the others.
///
/// @param lead the place on the axes before the last two; empty where all is shown
record Plane(Numbers numbers, List<Integer> lead) {

    Plane {
        lead = List.copyOf(lead);
    }

    /// @return how many axes before the last two have to be chosen
    static int leads(Numbers numbers) {
        int rank = numbers.rank();
        if (numbers.isTransposed() || rank <= 2) {
            return 0;
        }
        int[] dims = numbers.dims();
        // pixels of one number each: rather one long matrix than a thousand planes of one cell
        return dims[rank - 1] * dims[rank - 2] == 1 ? 0 : rank - 2;
    }

    int rows() {
        return lead.isEmpty() ? numbers.rows() : numbers.dims()[lead.size()];
    }

    int cols() {
        return numbers.cols();
    }

    private int firstRow() {
        int[] dims = numbers.dims();
        int row = 0;
        for (int axis = 0; axis < lead.size(); axis++) {
            row = row * dims[axis] + lead.get(axis);
        }
        return lead.isEmpty() ? 0 : row * rows();
    }

    double get(int row, int col) {
        return numbers.get(firstRow() + row, col);
    }

    /// @return the index of a cell, one number an axis, as the op sees it
    int[] index(int row, int col) {
        return numbers.index(firstRow() + row, col);
    }

    /// @return whether the element at `index` is on this plane
    boolean contains(List<Integer> index) {
        return lead.isEmpty() || index.subList(0, lead.size()).equals(lead);
    }

    /// @param index of an element on this plane
    Cell cell(List<Integer> index) {
        int[] at = numbers.cell(index);
        return new Cell(at[0] - firstRow(), at[1]);
    }

    /// A place in a matrix.
    record Cell(int row, int col) {}
}
