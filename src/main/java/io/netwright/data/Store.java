package io.netwright.data;

import java.util.function.DoubleUnaryOperator;

/// Where a data set keeps the numbers of its samples: row after row, one row a sample.
///
/// Hidden behind [DataSet], so that a set of pictures can stay one byte a pixel while a table is in float64. Immutable.
sealed interface Store permits DoubleStore, ByteStore, TokenStore {

    /// @return the number of rows
    int rows();

    /// @return the numbers in one row
    int width();

    double get(int row, int column);

    void copy(int row, double[] into, int offset);

    void copy(int row, float[] into, int offset);

    /// @return this with `f` applied to every number
    Store map(DoubleUnaryOperator f);
}
