package io.netwright.train.metric;

import io.netwright.tensor.Tensor;

/// A batch read sample by sample as probabilities of classes. Yes or no is read as two classes, no and yes.
final class ClassRows {

    /// Looks at one sample.
    @FunctionalInterface
    interface Row {

        /// @param probabilities of each class; valid during the call
        /// @param actual        the right class, the most probable one where targets are probabilities
        /// @param predicted     the class that the network says
        void on(double[] probabilities, int actual, int predicted);
    }

    private ClassRows() {}

    /// Hands each sample to `row`; a sample whose target is negative has none and is left out.
    static void each(Task task, Tensor prediction, Tensor target, Row row) {
        if (task == Task.BINARY_LOGITS) {
            binary(prediction, target, row);
            return;
        }
        double[] p = new double[prediction.cols()];
        for (int r = 0; r < prediction.rows(); r++) {
            int actual = task == Task.CLASS_INDEX ? (int) target.get(r) : Classes.greatest(target, r);
            if (actual >= 0) {
                softmax(prediction, r, p);
                row.on(p, actual, Classes.greatest(prediction, r));
            }
        }
    }

    private static void binary(Tensor prediction, Tensor target, Row row) {
        double[] p = new double[2];
        for (int i = 0; i < prediction.size(); i++) {
            double z = prediction.get(i);
            p[1] = 1 / (1 + Math.exp(-z));
            p[0] = 1 / (1 + Math.exp(z));
            row.on(p, target.get(i) > 0.5 ? 1 : 0, z > 0 ? 1 : 0);
        }
    }

    private static void softmax(Tensor logits, int row, double[] p) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < p.length; c++) {
            p[c] = logits.get(row * p.length + c);
            most = Math.max(most, p[c]);
        }
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(p[c] - most);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
    }
}
