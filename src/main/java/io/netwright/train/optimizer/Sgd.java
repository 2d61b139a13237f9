package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.layer.Prop;
import io.netwright.op.explain.Expr;
import java.util.List;

/// Stochastic gradient descent with momentum (Polyak 1964; Nesterov's form as in Sutskever et al., ICML 2013), with the
/// meaning that PyTorch gives to its settings: weight decay is added to the gradient, the momentum buffer begins as the
/// first gradient, and dampening lessens what later gradients add to it.
public final class Sgd implements Optimizer {

    public static final String TYPE = "SGD";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(0.01);

    public static final Prop.RealProp MOMENTUM = Hyper.share("momentum", 0);

    public static final Prop.RealProp DAMPENING = new Prop.RealProp("dampening", 0.0, 0, 1);

    public static final Prop.BoolProp NESTEROV = new Prop.BoolProp("nesterov", false);

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "d_t = g_t + \\lambda\\,\\theta_{t-1}",
                    "b_t = \\mu\\,b_{t-1} + (1 - \\tau)\\,d_t, \\quad b_1 = d_1",
                    "\\theta_t = \\theta_{t-1} - \\eta\\,b_t"
                            + " \\quad (\\text{Nesterov: } \\theta_t = \\theta_{t-1} - \\eta\\,(d_t + \\mu\\,b_t))"),
            "Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in deep learning."
                    + " ICML 2013",
            List.of(LEARNING_RATE, MOMENTUM, DAMPENING, NESTEROV, WEIGHT_DECAY));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new SgdRule(
                spec.get(LEARNING_RATE),
                spec.get(MOMENTUM),
                spec.get(DAMPENING),
                spec.get(NESTEROV),
                spec.get(WEIGHT_DECAY));
    }

    private record SgdRule(double learningRate, double momentum, double dampening, boolean nesterov, double decay)
            implements Rule {

        private static final Kernel PLAIN = new Kernel(DoubleUpdates::sgd, FloatUpdates::sgd);
        private static final Kernel MOMENTUM = new Kernel(DoubleUpdates::momentum, FloatUpdates::momentum);
        private static final Kernel NESTEROV = new Kernel(DoubleUpdates::nesterov, FloatUpdates::nesterov);

        @Override
        public List<Slot> slots() {
            return momentum == 0 ? List.of() : List.of(new Slot("momentum", "b"));
        }

        @Override
        public Kernel kernel() {
            return momentum == 0 ? PLAIN : nesterov ? NESTEROV : MOMENTUM;
        }

        @Override
        public double[] constants(double rate, long step) {
            return new double[] {rate, decay, momentum, share(step)};
        }

        /// @return what part of the gradient the buffer takes up: all of the first
        private double share(long step) {
            return step == 1 ? 1 : 1 - dampening;
        }

        @Override
        public void explain(Explanation.Builder e) {
            Expr lambda = Hyper.lambda(e, decay);
            if (momentum == 0) {
                e.term("θ′", minus(e.parameter(), product(e.rate(), e.decayed(decay, lambda))));
                return;
            }
            Expr mu = e.operand("μ", momentum);
            boolean dampened = share(e.step()) != 1;
            Expr tau = dampened ? e.operand("τ", dampening) : Expr.num(0);
            Expr d = e.decayed(decay, lambda);
            Expr added = dampened ? product(minus(Expr.num(1), tau), d) : d;
            Expr next = e.term("b′", sum(product(mu, e.slot(0)), added));
            Expr direction = nesterov ? e.term("d′", sum(d, product(mu, next))) : next;
            e.term("θ′", minus(e.parameter(), product(e.rate(), direction)));
        }
    }
}
