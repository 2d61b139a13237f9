package io.netwright.train;

import io.netwright.data.DataSet;
import io.netwright.program.Executor;
import io.netwright.program.Program;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;

/// Writes samples where an executor reads them.
public final class Feed {

    private Feed() {}

    /// Copies the numbers of one sample into a row.
    @FunctionalInterface
    private interface Source {
        void copy(int sample, double[] into, int offset);
    }

    /// Sets the executor's batch to `order[from]` to `order[to - 1]` and writes their features and targets.
    public static void fill(Executor executor, DataSet data, int[] order, int from, int to) {
        inputs(executor, data, order, from, to);
        for (Program.Data target : executor.program().targets()) {
            Tensor into = executor.tensor(target.value());
            if (isWhole(target)) {
                switch (into) {
                    case DoubleTensor d -> data.targets(order, from, to, d.data(), 0);
                    case FloatTensor f -> data.targets(order, from, to, f.data(), 0);
                }
            } else {
                part(into, target, new double[data.target().width()], data::target, order, from, to);
            }
        }
    }

    /// As [#fill], without targets.
    public static void inputs(Executor executor, DataSet data, int[] order, int from, int to) {
        executor.batch(to - from);
        for (Program.Data input : executor.program().inputs()) {
            Tensor into = executor.tensor(input.value());
            if (isWhole(input)) {
                switch (into) {
                    case DoubleTensor d -> data.features(order, from, to, d.data(), 0);
                    case FloatTensor f -> data.features(order, from, to, f.data(), 0);
                }
            } else {
                part(into, input, new double[data.width()], data::features, order, from, to);
            }
        }
    }

    private static boolean isWhole(Program.Data data) {
        return data.first() < 0;
    }

    /// @param row as long as one sample has numbers; its content is arbitrary afterwards
    private static void part(
            Tensor into, Program.Data what, double[] row, Source source, int[] order, int from, int to) {
        int width = what.value().shape().elementsPerSample();
        for (int i = from; i < to; i++) {
            source.copy(order[i], row, 0);
            for (int k = 0; k < width; k++) {
                into.set((i - from) * width + k, row[what.first() + k]);
            }
        }
    }
}
