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
    private final int digits;

    private ExprText(@Nullable Function<Expr.Ref, String> name, int most, int digits) {
        this.numbers = name == null;
        this.write = name == null ? r -> number(r.value()) : name;
        this.most = most;
        this.digits = digits;
    }

    /// @param most   how many terms of one sum are written
    /// @param digits how many significant digits numbers have at most
    /// @return the line with the numbers put in
    public static List<Token> numbers(Expr e, int most, int digits) {
        return new ExprText(null, most, digits).line(e);
    }

    /// @param name what an element is called, such as `A₁[0, 1]`
    /// @param most how many terms of one sum are written
    /// @return the line with the names of the elements
    public static List<Token> names(Expr e, Function<Expr.Ref, String> name, int most) {
        return new ExprText(name, most, NumberText.DIGITS).line(e);
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
        write(e, false);
    }

    /// @param negated whether a minus stands before it already, so that what begins with one is written without
    private void write(Expr e, boolean negated) {
        switch (e) {
            case Expr.Ref r -> tokens.add(new Token(negated ? number(-r.value()) : write.apply(r), r, 0));
            case Expr.Num n -> sign(negated ? number(-n.value()) : constant(n));
            case Expr.Sum(List<Expr> terms) -> sum(terms);
            case Expr.Product(List<Expr> factors) -> product(factors, negated);
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

    private String number(double value) {
        return NumberText.of(value, digits);
    }

    private String constant(Expr.Num n) {
        boolean symbol = Character.isLetter(n.text().charAt(0));
        return !numbers && symbol ? n.text() : number(n.value());
    }

    private void sum(List<Expr> terms) {
        if (terms.isEmpty()) {
            sign("0");
            return;
        }
        int shown = terms.size() <= most ? terms.size() : most - 1;
        for (int i = 0; i < shown; i++) {
            boolean minus = i > 0 && isNegative(terms.get(i));
            if (i > 0) {
                sign(minus ? " − " : " + ");
            }
            write(terms.get(i), minus);
        }
        if (shown < terms.size()) {
            double rest = 0;
            for (Expr term : terms.subList(shown, terms.size())) {
                rest += term.value();
            }
            sign(numbers && rest < 0 ? " − " : " + ");
            tokens.add(new Token(numbers ? number(Math.abs(rest)) : "…", null, terms.size() - shown));
        }
    }

    private void product(List<Expr> factors, boolean negated) {
        boolean minusOne = factors.size() > 1 && factors.getFirst() instanceof Expr.Num n && n.value() == -1;
        if (minusOne && !negated) {
            sign("−");
        }
        List<Expr> written = minusOne ? factors.subList(1, factors.size()) : factors;
        for (int i = 0; i < written.size(); i++) {
            if (i > 0) {
                sign(" × ");
            }
            Expr f = written.get(i);
            boolean first = i == 0 && !minusOne;
            boolean brackets = isSum(f) || !first && isNegative(f) || f instanceof Expr.Quotient;
            if (first && negated) {
                write(f, true);
            } else {
                operand(f, brackets);
            }
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
            case Expr.Num n ->
                n.value() < 0 && (numbers || !Character.isLetter(n.text().charAt(0)));
            case Expr.Product p ->
                !p.factors().isEmpty() && isNegative(p.factors().getFirst());
            default -> false;
        };
    }
}
