package io.netwright.train.plane;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/// The two directions in which vectors spread most (principal components), from the singular values of the centred
/// vectors.
public final class Pca {

    private Pca() {}

    /// @param vectors one after the other, `width` numbers each. Not modified.
    /// @param width   of a vector
    /// @return the place of each: x, y, x, y, ... around the origin. The sign of an axis is such that its longest
    ///     component is positive, so that a small change of the vectors does not turn the picture over.
    public static double[] plane(double[] vectors, int width) {
        int n = vectors.length / width;
        DMatrixRMaj centred = new DMatrixRMaj(n, width);
        centred.setData(vectors.clone());
        centred.reshape(n, width, true);
        for (int k = 0; k < width; k++) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += centred.get(i, k) / n;
            }
            for (int i = 0; i < n; i++) {
                centred.add(i, k, -mean);
            }
        }
        double[] places = new double[2 * n];
        var svd = DecompositionFactory_DDRM.svd(n, width, false, true, true);
        if (n == 0 || !svd.decompose(centred.copy())) {
            return places;
        }
        double[] values = svd.getSingularValues();
        DMatrixRMaj directions = svd.getV(null, true);
        DMatrixRMaj direction = new DMatrixRMaj(width, 1);
        DMatrixRMaj along = new DMatrixRMaj(n, 1);
        int[] order = descending(values, svd.numberOfSingularValues());
        for (int axis = 0; axis < Math.min(2, order.length); axis++) {
            double longest = 0;
            for (int k = 0; k < width; k++) {
                double d = directions.get(order[axis], k);
                direction.set(k, 0, d);
                longest = Math.abs(d) > Math.abs(longest) ? d : longest;
            }
            CommonOps_DDRM.mult(centred, direction, along);
            for (int i = 0; i < n; i++) {
                places[2 * i + axis] = longest < 0 ? -along.get(i, 0) : along.get(i, 0);
            }
        }
        return places;
    }

    private static int[] descending(double[] values, int n) {
        return java.util.stream.IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .mapToInt(i -> i)
                .toArray();
    }
}
