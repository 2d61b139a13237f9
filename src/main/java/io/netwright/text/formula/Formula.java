package io.netwright.text.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A formula, as a tree.
///
/// It is written in the part of LaTeX that [FormulaParser] lists, plus any Unicode letter or sign as itself.
public sealed interface Formula {

    /// Parts side by side.
    record Row(List<Formula> parts) implements Formula {
        public Row {
            parts = List.copyOf(parts);
        }
    }

    /// A letter, a number, a sign or a name.
    record Sign(String text, Kind kind) implements Formula {}

    /// Something with an index below or a power above; at least one of the two.
    record Script(
            Formula base, @Nullable Formula below, @Nullable Formula above) implements Formula {}

    record Fraction(Formula over, Formula under) implements Formula {}

    record Root(Formula of) implements Formula {}

    /// How a sign is set.
    enum Kind {
        /// A letter: italic.
        VARIABLE,
        /// A number, or a name such as that of a node: upright.
        UPRIGHT,
        /// The name of a function: upright, with a little space behind it.
        FUNCTION,
        /// A sign between two operands: space on both sides.
        OPERATOR,
        /// An equality or the like: more space on both sides.
        RELATION,
        /// A sum sign: large, its index below it.
        LARGE,
        /// Brackets and commas.
        PUNCTUATION,
        /// Only space.
        SPACE
    }

    /// @param latex in the part of LaTeX that [FormulaParser] lists
    /// @throws IllegalArgumentException where it is not
    static Formula parse(String latex) {
        return new FormulaParser(latex).parse();
    }

    /// @return one line of text: `dW₂ = A₁ᵀ · dZ₂`
    static String plain(String latex) {
        return PlainFormula.of(parse(latex));
    }
}
