package io.netwright.train;

import io.netwright.data.DataSet;
import io.netwright.program.Executor;
import io.netwright.program.Program;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;

/// Writes samples where an executor reads them.
public final class Feed {

    private Feed() {}

    /// Sets the executor's batch to `order[from]` to `order[to - 1]` and writes their features and targets.
    public static void fill(Executor executor, DataSet data, int[] order, int from, int to) {
        inputs(executor, data, order, from, to);
        for (Program.Data target : executor.program().targets()) {
            switch (executor.tensor(target.value())) {
                case DoubleTensor d -> data.targets(order, from, to, d.data(), 0);
                case FloatTensor f -> data.targets(order, from, to, f.data(), 0);
            }
        }
    }

    /// As [#fill], without targets.
    public static void inputs(Executor executor, DataSet data, int[] order, int from, int to) {
        executor.batch(to - from);
        for (Program.Data input : executor.program().inputs()) {
            switch (executor.tensor(input.value())) {
                case DoubleTensor d -> data.features(order, from, to, d.data(), 0);
                case FloatTensor f -> data.features(order, from, to, f.data(), 0);
            }
        }
    }
}
