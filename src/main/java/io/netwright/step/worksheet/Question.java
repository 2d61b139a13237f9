package io.netwright.step.worksheet;

import io.netwright.op.explain.Expr;
import io.netwright.step.ExprText;
import io.netwright.step.Frame;
import io.netwright.step.NumberText;
import io.netwright.text.formula.Tex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// One number of a frame's result, to be worked out with pencil and paper.
///
/// @param frame what computed it
/// @param index of the element, one number an axis
/// @param told  how it came about
public record Question(Frame frame, List<Integer> index, Expr told) {

    /// How many digits numbers have on paper.
    static final int DIGITS = 4;

    /// More terms than a person would add up.
    static final int MOST_TERMS = 30;

    public Question {
        index = List.copyOf(index);
    }

    /// @return what is asked for: `Z₁[0, 2]`
    public String asked() {
        return Tex.plain(frame.name()) + (index.isEmpty() ? "" : index);
    }

    /// @return the numbers that it takes, by name, in the order in which they are used
    public SequencedMap<String, Double> given() {
        SequencedMap<String, Double> given = new LinkedHashMap<>();
        told.leaves().forEach(leaf -> {
            if (leaf instanceof Expr.Ref r) {
                given.putIfAbsent(frame.called(r), r.value());
            } else if (leaf instanceof Expr.Num n && Character.isLetter(n.text().charAt(0))) {
                // such as a learning rate, which the line with names calls by its letter
                given.putIfAbsent(n.text(), n.value());
            }
        });
        return given;
    }

    /// @return with names: `X[0, 0] × W₁[0, 2] + b₁[2]`
    public String names() {
        return ExprText.text(ExprText.names(told, frame::called, MOST_TERMS));
    }

    /// @return with numbers: `1.3 × 0.52 + 0.1`
    public String numbers() {
        return ExprText.text(ExprText.numbers(told, MOST_TERMS, DIGITS));
    }

    /// @return what it comes to
    public double answer() {
        return told.value();
    }

    static String number(double value) {
        return NumberText.of(value, DIGITS);
    }
}
