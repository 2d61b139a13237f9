package io.netwright.op.explain;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

/// One number, as an expression over elements of an op's operands.
///
/// It is what the step view shows under a matrix when one of its elements is clicked, and it is checked: a test over
/// all ops evaluates it and compares it with what the engine computed.
public sealed interface Expr {

    /// @return the number that the expression stands for, in float64
    double value();

    /// @return what it is made of, from left to right; nothing of an element or a constant
    default List<Expr> parts() {
        return switch (this) {
            case Ref _, Num _ -> List.of();
            case Sum(List<Expr> terms) -> terms;
            case Product(List<Expr> factors) -> factors;
            case Difference(Expr left, Expr right) -> List.of(left, right);
            case Quotient(Expr over, Expr under) -> List.of(over, under);
            case Call(Fn _, List<Expr> args) -> args;
        };
    }

    /// @return the elements and constants in it, from left to right
    default Stream<Expr> leaves() {
        return parts().isEmpty() ? Stream.of(this) : parts().stream().flatMap(Expr::leaves);
    }

    /// @return the elements in it, from left to right, each as often as it is used
    default Stream<Ref> refs() {
        return leaves().filter(Ref.class::isInstance).map(Ref.class::cast);
    }

    /// An element of operand `input` of the op; `input == -1` is the op's own output.
    ///
    /// @param index one number an axis
    record Ref(int input, List<Integer> index, double value) implements Expr {}

    /// A constant of the rule, such as the 1/2 of half the squared error, with how it is written.
    record Num(double value, String text) implements Expr {}

    /// `terms[0] + terms[1] + ...`; 0 where there are none.
    record Sum(List<Expr> terms) implements Expr {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public double value() {
            // one by one, as the engine adds; a stream's sum() compensates rounding and would differ in the last bit
            double total = 0;
            for (Expr term : terms) {
                total += term.value();
            }
            return total;
        }
    }

    /// `factors[0] * factors[1] * ...`
    record Product(List<Expr> factors) implements Expr {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public double value() {
            return factors.stream().mapToDouble(Expr::value).reduce(1, (a, b) -> a * b);
        }
    }

    record Difference(Expr left, Expr right) implements Expr {
        @Override
        public double value() {
            return left.value() - right.value();
        }
    }

    record Quotient(Expr over, Expr under) implements Expr {
        @Override
        public double value() {
            return over.value() / under.value();
        }
    }

    /// A named function of one argument or more, such as `max(0, z)`.
    record Call(Fn fn, List<Expr> args) implements Expr {
        public Call {
            args = List.copyOf(args);
            if (args.isEmpty()) {
                throw new IllegalArgumentException(fn + " needs an argument");
            }
        }

        @Override
        public double value() {
            if (args.size() == 1 && (fn == Fn.MAX || fn == Fn.MIN)) {
                return args.getFirst().value();
            }
            if (args.size() == 1) {
                return fn.unary.applyAsDouble(args.getFirst().value(), 0);
            }
            return args.stream().mapToDouble(Expr::value).reduce(fn.unary).orElseThrow();
        }
    }

    /// The elementary functions that rules are written with.
    enum Fn {
        EXP("exp", (x, u) -> Math.exp(x)),
        LOG("ln", (x, u) -> Math.log(x)),
        SQRT("sqrt", (x, u) -> Math.sqrt(x)),
        TANH("tanh", (x, u) -> Math.tanh(x)),
        ABS("abs", (x, u) -> Math.abs(x)),
        SIGN("sign", (x, u) -> Math.signum(x)),
        STEP("[x > 0]", (x, u) -> x > 0 ? 1 : 0),
        SIGMOID("sigmoid", (x, u) -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
        SOFTPLUS("softplus", (x, u) -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
        NORMAL_CDF("Phi", (x, u) -> io.netwright.tensor.kernel.Special.normalCdf(x)),
        NORMAL_PDF("phi", (x, u) -> Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)),
        POW("pow", Math::pow),
        MAX("max", Math::max),
        MIN("min", Math::min);

        private final String text;
        private final DoubleBinaryOperator unary;

        Fn(String text, DoubleBinaryOperator f) {
            this.text = text;
            this.unary = f;
        }

        /// @return the name as formulas write it
        public String text() {
            return text;
        }
    }

    static Expr num(double value) {
        return new Num(
                value,
                value == Math.rint(value) && Math.abs(value) < 1e9
                        ? Long.toString((long) value)
                        : Double.toString(value));
    }

    static Expr sum(List<? extends Expr> terms) {
        return new Sum(List.copyOf(terms));
    }

    static Expr sum(Expr... terms) {
        return new Sum(List.of(terms));
    }

    static Expr product(Expr... factors) {
        return new Product(List.of(factors));
    }

    static Expr minus(Expr left, Expr right) {
        return new Difference(left, right);
    }

    static Expr over(Expr over, Expr under) {
        return new Quotient(over, under);
    }

    static Expr call(Fn fn, Expr... args) {
        return new Call(fn, List.of(args));
    }
}
