package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.layer.Prop;
import io.netwright.op.explain.Expr;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;
import java.util.List;

/// Stochastic gradient descent with momentum (Polyak 1964; Nesterov's form as in Sutskever et al., ICML 2013), with the
/// meaning that PyTorch gives to its settings: weight decay is added to the gradient, the momentum buffer begins as the
/// first gradient, and dampening is 0.
public final class Sgd implements Optimizer {

    public static final String TYPE = "SGD";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(0.01);

    public static final Prop.RealProp MOMENTUM = Hyper.share("momentum", 0);

    public static final Prop.BoolProp NESTEROV = new Prop.BoolProp("nesterov", false);

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "d_t = g_t + \\lambda\\,\\theta_{t-1}",
                    "b_t = \\mu\\,b_{t-1} + d_t",
                    "\\theta_t = \\theta_{t-1} - \\eta\\,b_t"
                            + " \\quad (\\text{Nesterov: } \\theta_t = \\theta_{t-1} - \\eta\\,(d_t + \\mu\\,b_t))"),
            "Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in deep learning."
                    + " ICML 2013",
            List.of(LEARNING_RATE, MOMENTUM, NESTEROV, WEIGHT_DECAY));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new SgdRule(spec.get(LEARNING_RATE), spec.get(MOMENTUM), spec.get(NESTEROV), spec.get(WEIGHT_DECAY));
    }

    private record SgdRule(double learningRate, double momentum, boolean nesterov, double decay) implements Rule {

        @Override
        public List<Slot> slots() {
            return momentum == 0 ? List.of() : List.of(new Slot("momentum", "b"));
        }

        @Override
        public void update(double rate, long step, Tensor w, Tensor g, Tensor[] slots, int from, int to) {
            switch (w) {
                case DoubleTensor d -> {
                    double[] gradient = ((DoubleTensor) g).data();
                    if (momentum == 0) {
                        DoubleUpdates.sgd(rate, decay, d.data(), gradient, from, to);
                    } else {
                        double[] buffer = ((DoubleTensor) slots[0]).data();
                        DoubleUpdates.momentum(rate, momentum, nesterov, decay, d.data(), gradient, buffer, from, to);
                    }
                }
                case FloatTensor f -> {
                    float[] gradient = ((FloatTensor) g).data();
                    if (momentum == 0) {
                        FloatUpdates.sgd(rate, decay, f.data(), gradient, from, to);
                    } else {
                        float[] buffer = ((FloatTensor) slots[0]).data();
                        FloatUpdates.momentum(rate, momentum, nesterov, decay, f.data(), gradient, buffer, from, to);
                    }
                }
            }
        }

        @Override
        public Explanation explain(double rate, long step, Tensor w, Tensor g, Tensor[] slots, int i) {
            var e = new Explanation.Builder();
            Expr theta = e.operand("θ", w.get(i));
            Expr direction = e.operand("g", g.get(i));
            Expr eta = e.operand("η", rate);
            Expr lambda = decay == 0 ? Expr.num(0) : e.operand("λ", decay);
            if (momentum == 0) {
                if (decay != 0) {
                    direction = e.term("d", sum(direction, product(lambda, theta)));
                }
            } else {
                Expr mu = e.operand("μ", momentum);
                Expr buffer = e.operand("b", slots[0].get(i));
                if (decay != 0) {
                    direction = e.term("d", sum(direction, product(lambda, theta)));
                }
                Expr next = e.term("b′", sum(product(mu, buffer), direction));
                direction = nesterov ? e.term("d′", sum(direction, product(mu, next))) : next;
            }
            e.term("θ′", minus(theta, product(eta, direction)));
            return e.build();
        }
    }
}
