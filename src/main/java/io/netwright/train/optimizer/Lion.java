package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.layer.Prop;
import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import java.util.List;

/// Lion (Chen et al., NeurIPS 2023, algorithm 2): steps of one size in the direction of the sign, with decoupled weight
/// decay. PyTorch has no such optimizer.
public final class Lion implements Optimizer {

    public static final String TYPE = "Lion";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(1e-4);

    public static final Prop.RealProp BETA1 = Hyper.share("beta1", 0.9);

    public static final Prop.RealProp BETA2 = Hyper.share("beta2", 0.99);

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "c_t = \\beta_1\\,m_{t-1} + (1 - \\beta_1)\\,g_t",
                    "m_t = \\beta_2\\,m_{t-1} + (1 - \\beta_2)\\,g_t",
                    "\\theta_t = (1 - \\eta\\,\\lambda)\\,\\theta_{t-1} - \\eta\\,\\text{sign}(c_t)"),
            "Chen et al.: Symbolic discovery of optimization algorithms. NeurIPS 2023",
            List.of(LEARNING_RATE, BETA1, BETA2, WEIGHT_DECAY));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new LionRule(spec.get(LEARNING_RATE), spec.get(BETA1), spec.get(BETA2), spec.get(WEIGHT_DECAY));
    }

    private record LionRule(double learningRate, double beta1, double beta2, double decay) implements Rule {

        private static final Kernel KERNEL = new Kernel(DoubleUpdates::lion, FloatUpdates::lion);
        private static final List<Slot> SLOTS = List.of(new Slot("m", "m"));

        @Override
        public List<Slot> slots() {
            return SLOTS;
        }

        @Override
        public Kernel kernel() {
            return KERNEL;
        }

        @Override
        public double[] constants(double rate, long step) {
            return new double[] {rate, 1 - rate * decay, beta1, 1 - beta1, beta2, 1 - beta2};
        }

        @Override
        public void explain(Explanation.Builder e) {
            Expr lambda = Hyper.lambda(e, decay);
            Expr b1 = e.operand("β₁", beta1);
            Expr b2 = e.operand("β₂", beta2);
            Expr g = e.gradient();
            Expr theta = Hyper.shrunk(e, decay, lambda);
            Expr blend = e.term("c", sum(product(b1, e.slot(0)), product(minus(num(1), b1), g)));
            e.term("m′", sum(product(b2, e.slot(0)), product(minus(num(1), b2), g)));
            e.term("θ′", minus(theta, product(e.rate(), call(Fn.SIGN, blend))));
        }
    }
}
