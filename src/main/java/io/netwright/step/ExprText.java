package io.netwright.step;

import io.netwright.op.explain.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes an expression as a line of tokens: `1.3 × 1.1235 + 0.2 × 4`, with each number leading to the element that it
/// comes from. Long sums are cut short: the last token before the end says how many terms are left out and what they
/// come to, so that the line still adds up.
public final class ExprText {

    /// A piece of the line.
    ///
    /// @param text as it is to be read, spaces included
    /// @param ref  the element that a number is; null for signs, brackets and constants
    /// @param rest how many terms of a sum this stands for; 0 for all other tokens
    public record Token(String text, Expr.@Nullable Ref ref, int rest) {
        static Token sign(String text) {
            return new Token(text, null, 0);
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private final Function<Expr.Ref, String> write;
    private final boolean numbers;
    private final int most;

    private ExprText(Function<Expr.Ref, String> write, boolean numbers, int most) {
        this.write = write;
        this.numbers = numbers;
        this.most = most;
    }

    /// @param most how many terms of one sum are written
    /// @return the line with the numbers put in
    public static List<Token> numbers(Expr e, int most) {
        return new ExprText(r -> NumberText.of(r.value()), true, most).line(e);
    }

    /// @param name what an element is called, such as `A₁[0, 1]`
    /// @param most how many terms of one sum are written
    /// @return the line with the names of the elements
    public static List<Token> names(Expr e, Function<Expr.Ref, String> name, int most) {
        return new ExprText(name, false, most).line(e);
    }

    /// @return the tokens as one line of text
    public static String text(List<Token> tokens) {
        StringBuilder line = new StringBuilder();
        tokens.forEach(t -> line.append(t.text()));
        return line.toString();
    }

    private List<Token> line(Expr e) {
        write(e);
        return List.copyOf(tokens);
    }

    private void sign(String text) {
        tokens.add(Token.sign(text));
    }

    private void write(Expr e) {
        switch (e) {
            case Expr.Ref r -> tokens.add(new Token(write.apply(r), r, 0));
            case Expr.Num n ->
                sign(numbers ? NumberText.of(n.value()) : n.text().replace('-', '−'));
            case Expr.Sum(List<Expr> terms) -> sum(terms);
            case Expr.Product(List<Expr> factors) -> product(factors);
            case Expr.Difference(Expr left, Expr right) -> {
                write(left);
                sign(" − ");
                operand(right, isSum(right) || isNegative(right));
            }
            case Expr.Quotient(Expr over, Expr under) -> {
                operand(over, isSum(over));
                sign(" / ");
                operand(under, isSum(under) || isProduct(under) || isNegative(under));
            }
            case Expr.Call c -> call(c);
        }
    }

    private void sum(List<Expr> terms) {
        if (terms.isEmpty()) {
            sign("0");
            return;
        }
        int shown = terms.size() <= most ? terms.size() : most - 1;
        for (int i = 0; i < shown; i++) {
            if (i > 0) {
                sign(" + ");
            }
            operand(terms.get(i), i > 0 && isNegative(terms.get(i)));
        }
        if (shown < terms.size()) {
            double rest = 0;
            for (Expr term : terms.subList(shown, terms.size())) {
                rest += term.value();
            }
            sign(" + ");
            tokens.add(new Token(numbers ? bracketed(rest) : "…", null, terms.size() - shown));
        }
    }

    private static String bracketed(double value) {
        return value < 0 ? "(" + NumberText.of(value) + ")" : NumberText.of(value);
    }

    private void product(List<Expr> factors) {
        for (int i = 0; i < factors.size(); i++) {
            if (i > 0) {
                sign(" × ");
            }
            Expr f = factors.get(i);
            operand(f, isSum(f) || i > 0 && isNegative(f) || f instanceof Expr.Quotient);
        }
    }

    private void call(Expr.Call c) {
        Expr first = c.args().getFirst();
        switch (c.fn()) {
            case STEP -> {
                sign("[");
                write(first);
                sign(" > 0]");
            }
            case ABS -> {
                sign("|");
                write(first);
                sign("|");
            }
            default -> {
                String name =
                        switch (c.fn()) {
                            case SQRT -> "√";
                            case SIGMOID -> "σ";
                            case NORMAL_CDF -> "Φ";
                            case NORMAL_PDF -> "φ";
                            default -> c.fn().text();
                        };
                sign(name + "(");
                for (int i = 0; i < c.args().size(); i++) {
                    if (i > 0) {
                        sign(", ");
                    }
                    write(c.args().get(i));
                }
                sign(")");
            }
        }
    }

    private void operand(Expr e, boolean brackets) {
        if (brackets) {
            sign("(");
        }
        write(e);
        if (brackets) {
            sign(")");
        }
    }

    private static boolean isSum(Expr e) {
        return e instanceof Expr.Sum s && s.terms().size() > 1 || e instanceof Expr.Difference;
    }

    private static boolean isProduct(Expr e) {
        return e instanceof Expr.Product || e instanceof Expr.Quotient;
    }

    /// @return whether what is written begins with a minus
    private boolean isNegative(Expr e) {
        return switch (e) {
            case Expr.Ref r -> numbers && r.value() < 0;
            case Expr.Num n -> n.value() < 0;
            case Expr.Product p ->
                !p.factors().isEmpty() && isNegative(p.factors().getFirst());
            default -> false;
        };
    }
}
