package io.netwright.train.optimizer;

import io.netwright.program.Parameters;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;
import java.util.LinkedHashMap;

/// An exponential moving average of a network's weights, which begins with the weights at hand. States such as
/// batch-norm's are those of the network: they are averages already.
final class WeightAverage {

    private final Parameters parameters;
    private final Tensor[] averages;
    private final double decay;

    /// @param decay the share of the past that is kept at each step
    WeightAverage(Parameters of, double decay) {
        var copies = new LinkedHashMap<String, Tensor>();
        of.trainable().forEach((name, t) -> copies.put(name, t.copy()));
        this.parameters = of.withTrainable(copies);
        this.averages = copies.values().toArray(Tensor[]::new);
        this.decay = decay;
    }

    /// @return the averages, with the network's own states; live
    Parameters parameters() {
        return parameters;
    }

    /// Adds the elements from `from` (inclusive) to `to` (exclusive) of parameter number `p`.
    void add(int p, Tensor w, int from, int to) {
        switch (averages[p]) {
            case DoubleTensor d -> DoubleGradients.average(d.data(), ((DoubleTensor) w).data(), decay, from, to);
            case FloatTensor f -> FloatGradients.average(f.data(), ((FloatTensor) w).data(), decay, from, to);
        }
    }

    /// Begins again with the weights as they are.
    void restart(Parameters from) {
        int p = 0;
        for (Tensor t : from.trainable().values()) {
            averages[p++].copyFrom(t);
        }
    }
}
