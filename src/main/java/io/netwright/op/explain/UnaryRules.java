package io.netwright.op.explain;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.over;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.op.explain.Expr.Fn;
import io.netwright.tensor.kernel.UnaryFn;

/// Each function of one number, and its derivative, as people write them.
public final class UnaryRules {

    /// The constants of the tanh form of GELU.
    private static final double GELU_SCALE = Math.sqrt(2 / Math.PI);

    private static final double GELU_CUBIC = 0.044715;

    private UnaryRules() {}

    /// @return `fn(x)`
    public static Expr value(UnaryFn fn, double alpha, Expr x) {
        return switch (fn) {
            case NEGATE -> product(num(-1), x);
            case SQUARE -> product(x, x);
            case SQRT -> call(Fn.SQRT, x);
            case RSQRT -> over(num(1), call(Fn.SQRT, x));
            case RECIPROCAL -> over(num(1), x);
            case EXP -> call(Fn.EXP, x);
            case LOG -> call(Fn.LOG, x);
            case ABS -> call(Fn.ABS, x);
            case RELU -> call(Fn.MAX, num(0), x);
            case LEAKY_RELU -> sum(call(Fn.MAX, num(0), x), product(num(alpha), call(Fn.MIN, num(0), x)));
            case SIGMOID -> call(Fn.SIGMOID, x);
            case TANH -> call(Fn.TANH, x);
            case GELU -> product(x, call(Fn.NORMAL_CDF, x));
            case SOFTPLUS -> call(Fn.SOFTPLUS, x);
            case AT_LEAST -> call(Fn.MAX, x, num(alpha));
            case AT_MOST -> call(Fn.MIN, x, num(alpha));
            case POWER -> call(Fn.POW, x, num(alpha));
            case ELU -> sum(call(Fn.MAX, num(0), x), product(num(alpha), minus(call(Fn.EXP, left(x)), num(1))));
            case SILU -> product(x, call(Fn.SIGMOID, x));
            case GELU_TANH -> over(product(x, sum(num(1), call(Fn.TANH, geluInner(x)))), num(2));
        };
    }

    /// @param y what `fn(x)` was
    /// @return `fn'(x)`
    public static Expr derivative(UnaryFn fn, double alpha, Expr x, Expr y) {
        return switch (fn) {
            case NEGATE -> num(-1);
            case SQUARE -> product(num(2), x);
            case SQRT -> over(num(1), product(num(2), y));
            case RSQRT -> product(over(num(-1), num(2)), y, y, y);
            case RECIPROCAL -> product(num(-1), y, y);
            case EXP -> y;
            case LOG -> over(num(1), x);
            case ABS -> call(Fn.SIGN, x);
            case RELU -> call(Fn.STEP, x);
            case LEAKY_RELU -> sum(call(Fn.STEP, x), product(num(alpha), minus(num(1), call(Fn.STEP, x))));
            case SIGMOID -> product(y, minus(num(1), y));
            case TANH -> minus(num(1), product(y, y));
            case GELU -> sum(call(Fn.NORMAL_CDF, x), product(x, call(Fn.NORMAL_PDF, x)));
            case SOFTPLUS -> call(Fn.SIGMOID, x);
            case AT_LEAST -> call(Fn.STEP, minus(x, num(alpha)));
            case AT_MOST -> call(Fn.STEP, minus(num(alpha), x));
            case POWER -> product(num(alpha), call(Fn.POW, x, num(alpha - 1)));
            case ELU ->
                sum(call(Fn.STEP, x), product(minus(num(1), call(Fn.STEP, x)), num(alpha), call(Fn.EXP, left(x))));
            case SILU -> {
                Expr s = call(Fn.SIGMOID, x);
                yield sum(s, product(y, minus(num(1), s)));
            }
            case GELU_TANH -> {
                Expr t = call(Fn.TANH, geluInner(x));
                Expr slope = product(num(GELU_SCALE), sum(num(1), product(num(3 * GELU_CUBIC), x, x)));
                yield over(sum(num(1), t, product(x, minus(num(1), product(t, t)), slope)), num(2));
            }
        };
    }

    private static Expr left(Expr x) {
        return call(Fn.MIN, num(0), x);
    }

    private static Expr geluInner(Expr x) {
        return product(num(GELU_SCALE), sum(x, product(num(GELU_CUBIC), x, x, x)));
    }
}
