package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.over;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.layer.Prop;
import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import java.util.List;

/// Adadelta (Zeiler 2012), with the learning rate that PyTorch adds to it, 1 in the paper.
public final class Adadelta implements Optimizer {

    public static final String TYPE = "Adadelta";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(1);

    public static final Prop.RealProp RHO = Hyper.share("rho", 0.9);

    public static final Prop.RealProp EPSILON = Hyper.epsilon(1e-6);

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "d_t = g_t + \\lambda\\,\\theta_{t-1}",
                    "v_t = \\rho\\,v_{t-1} + (1 - \\rho)\\,d_t^2",
                    "\\Delta_t = \\sqrt{\\frac{u_{t-1} + \\varepsilon}{v_t + \\varepsilon}}\\,d_t",
                    "u_t = \\rho\\,u_{t-1} + (1 - \\rho)\\,\\Delta_t^2",
                    "\\theta_t = \\theta_{t-1} - \\eta\\,\\Delta_t"),
            "Zeiler: ADADELTA: An adaptive learning rate method. arXiv:1212.5701, 2012",
            List.of(LEARNING_RATE, RHO, EPSILON, WEIGHT_DECAY));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new AdadeltaRule(spec.get(LEARNING_RATE), spec.get(RHO), spec.get(EPSILON), spec.get(WEIGHT_DECAY));
    }

    private record AdadeltaRule(double learningRate, double rho, double epsilon, double decay) implements Rule {

        private static final Kernel KERNEL = new Kernel(DoubleUpdates::adadelta, FloatUpdates::adadelta);
        private static final List<Slot> SLOTS = List.of(new Slot("square", "v"), new Slot("squaredStep", "u"));

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
            return new double[] {rate, decay, rho, 1 - rho, epsilon};
        }

        @Override
        public void explain(Explanation.Builder e) {
            Expr lambda = Hyper.lambda(e, decay);
            Expr r = e.operand("ρ", rho);
            Expr eps = e.operand("ε", epsilon);
            Expr d = e.decayed(decay, lambda);
            Expr v = e.term("v′", sum(product(r, e.slot(0)), product(minus(num(1), r), product(d, d))));
            Expr delta = e.term("Δ", product(call(Fn.SQRT, over(sum(e.slot(1), eps), sum(v, eps))), d));
            e.term("u′", sum(product(r, e.slot(1)), product(minus(num(1), r), product(delta, delta))));
            e.term("θ′", minus(e.parameter(), product(e.rate(), delta)));
        }
    }
}
