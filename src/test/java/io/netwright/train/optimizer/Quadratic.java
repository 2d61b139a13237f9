package io.netwright.train.optimizer;

import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.program.Parameters;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.List;

/// `f(x) = sum a_i (x_i - c_i)^2 / 2`, with x as the one parameter of a network.
final class Quadratic {

    static final String NAME = "dense1.weight";

    private Quadratic() {}

    static Parameters parameters(double[] start, Precision precision) {
        Network network = new Network(
                List.of(
                        Node.of("x", "Input").with("shape", PropValue.ints(start.length)),
                        Node.of("dense1", "Dense")
                                .with("units", PropValue.of(1))
                                .with("bias", PropValue.of(false)),
                        Node.of("loss", "MSE")),
                List.of(Wire.of("x.out", "dense1.in"), Wire.of("dense1.out", "loss.in")));
        Parameters parameters = Parameters.initial(
                new Compiler(LayerRegistry.STANDARD)
                        .compile(network, DataSignature.values(Shape.of(start.length), 1), Compiler.Mode.TRAINING)
                        .program()
                        .orElseThrow(),
                precision,
                1);
        Tensor w = parameters.trainable().get(NAME);
        for (int i = 0; i < start.length; i++) {
            w.set(i, start[i]);
        }
        return parameters;
    }

    /// The quadratic as a batch that can be run again.
    record Batch(double[] a, double[] c, Tensor x) implements Repeatable {

        @Override
        public double run() {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                double off = x.get(i) - c[i];
                sum += a[i] * off * off;
            }
            return sum / 2;
        }

        @Override
        public Tensor gradient(int p) {
            return Quadratic.gradient(a, c, x);
        }

        /// `sqrt(a_i) (x_i - c_i)` are the errors of which it is half the sum of squares.
        @Override
        public void eachPrediction(EachPrediction each) {
            throw new AssertionError("not asked for");
        }
    }

    static Tensor gradient(double[] a, double[] c, Tensor x) {
        Tensor g = Tensor.zeros(x.precision(), x.dims());
        for (int i = 0; i < a.length; i++) {
            g.set(i, a[i] * (x.get(i) - c[i]));
        }
        return g;
    }
}
