package io.netwright.text.formula;

import io.netwright.text.formula.Formula.Fraction;
import io.netwright.text.formula.Formula.Kind;
import io.netwright.text.formula.Formula.Root;
import io.netwright.text.formula.Formula.Row;
import io.netwright.text.formula.Formula.Script;
import io.netwright.text.formula.Formula.Sign;
import java.util.List;

/// Writes a formula in one line of Unicode.
final class PlainFormula {

    private static final String NORMAL = "0123456789+−=()aehijklmnoprstuvx";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private static final String NORMAL_UP = "0123456789+−=()in⊤";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿᵀ";

    private PlainFormula() {}

    static String of(Formula formula) {
        return write(formula).strip().replaceAll(" +", " ").replace("( ", "(").replace(" )", ")");
    }

    private static String write(Formula formula) {
        return switch (formula) {
            case Row(List<Formula> parts) -> row(parts);
            case Sign(String text, Kind kind) ->
                switch (kind) {
                    case OPERATOR, RELATION -> " " + text + " ";
                    case SPACE -> " ";
                    case LARGE -> text + " ";
                    case PUNCTUATION -> text.equals(",") ? ", " : text;
                    default -> text;
                };
            case Script s -> script(s);
            case Fraction(Formula over, Formula under) -> atom(over) + "/" + atom(under);
            case Root(Formula of) -> "√" + atom(of);
        };
    }

    private static String row(List<Formula> parts) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Formula part = parts.get(i);
            boolean isSign = part instanceof Sign(String t, Kind k) && k == Kind.OPERATOR && "+−".contains(t);
            if (isSign && (i == 0 || opens(parts.get(i - 1)))) {
                line.append(write(part).strip());
                continue;
            }
            if (isFunction(part) && !line.isEmpty() && !" ([".contains(line.substring(line.length() - 1))) {
                line.append(' ');
            }
            line.append(write(part));
            Formula next = i + 1 < parts.size() ? parts.get(i + 1) : null;
            boolean bare = next != null && !(next instanceof Sign(var t, Kind k) && k == Kind.PUNCTUATION);
            if (isFunction(part) && bare) {
                line.append(' ');
            }
        }
        return line.toString();
    }

    private static boolean isFunction(Formula part) {
        return part instanceof Sign(var t, Kind k) && k == Kind.FUNCTION
                || part instanceof Script(Formula base, var below, var above) && isFunction(base);
    }

    /// @return whether a plus or minus after `part` is a sign rather than between two operands
    private static boolean opens(Formula part) {
        return part instanceof Sign(String text, Kind kind)
                && (kind == Kind.RELATION || kind == Kind.OPERATOR || text.equals("(") || text.equals("["));
    }

    private static String script(Script s) {
        String base = write(s.base());
        boolean isLarge = s.base() instanceof Sign(var t, Kind k) && k == Kind.LARGE;
        StringBuilder text = new StringBuilder(base.stripTrailing());
        if (s.below() != null) {
            boolean isName = s.below() instanceof Sign(String name, Kind k) && k == Kind.UPRIGHT && name.length() > 1;
            text.append(
                    isName && !isNumber(of(s.below()))
                            ? "_" + of(s.below())
                            : moved(of(s.below()), NORMAL, LOWERED, '_'));
        }
        if (s.above() != null) {
            text.append(moved(of(s.above()), NORMAL_UP, RAISED, '^'));
        }
        return isLarge ? text + " " : text.toString();
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(Character::isDigit);
    }

    private static String moved(String text, String from, String to, char mark) {
        StringBuilder moved = new StringBuilder();
        for (char c : text.replace(" ", "").toCharArray()) {
            int place = from.indexOf(c);
            if (place < 0) {
                return mark + (text.length() == 1 ? text : "(" + text + ")");
            }
            moved.append(to.charAt(place));
        }
        return moved.toString();
    }

    private static String atom(Formula formula) {
        String text = of(formula);
        boolean compound = text.contains(" ");
        return compound ? "(" + text + ")" : text;
    }
}
