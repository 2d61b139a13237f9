package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.product;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How gradients are kept from growing without bound (Pascanu, Mikolov and Bengio, ICML 2013). Where both limits are
/// set, the norm comes first.
///
/// @param norm  the greatest Euclidean norm of all gradients together, which are scaled down to it as by PyTorch's
///              `clip_grad_norm_`; 0 for no limit
/// @param value the greatest absolute value of any number in a gradient, as by `clip_grad_value_`; 0 for no limit
public record Clipping(double norm, double value) {

    public static final Clipping NONE = new Clipping(0, 0);

    /// What is added to the norm before dividing by it, so that gradients of 0 stay 0.
    private static final double EPSILON = 1e-6;

    public boolean isOff() {
        return norm == 0 && value == 0;
    }

    /// @param gradients of all parameters; null where a parameter has none
    /// @return what every gradient is to be multiplied by, at most 1
    public double factor(@Nullable Tensor[] gradients) {
        if (norm == 0) {
            return 1;
        }
        double squares = 0;
        for (Tensor g : gradients) {
            squares += switch (g) {
                case null -> 0;
                case DoubleTensor d -> DoubleGradients.squares(d.data());
                case FloatTensor f -> FloatGradients.squares(f.data());
            };
        }
        return Math.min(1, norm / (Math.sqrt(squares) + EPSILON));
    }

    /// Clips the numbers from `from` (inclusive) to `to` (exclusive) of one gradient.
    ///
    /// @param factor what [#factor] gave for all gradients
    /// @param g      modified
    public void apply(double factor, Tensor g, int from, int to) {
        if (factor == 1 && value == 0) {
            return;
        }
        double limit = value == 0 ? Double.POSITIVE_INFINITY : value;
        switch (g) {
            case DoubleTensor d -> DoubleGradients.clip(d.data(), factor, limit, from, to);
            case FloatTensor f -> FloatGradients.clip(f.data(), factor, limit, from, to);
        }
    }

    /// Gives a rule the clipped gradient in place of the raw one.
    void tell(Explanation.Builder e, double factor) {
        Expr g = e.gradient();
        if (factor != 1) {
            g = product(e.operand("c", factor), g);
        }
        if (value != 0) {
            Expr limit = e.operand("k", value);
            g = call(Fn.MIN, call(Fn.MAX, g, product(num(-1), limit)), limit);
        }
        e.gradient(g);
    }
}
