package io.netwright.text.formula;

import io.netwright.text.formula.Tex.Face;
import io.netwright.text.formula.Tex.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a formula in one line of Unicode.
final class PlainFormula {

    private static final String NORMAL = "0123456789+−=()aehijklmnoprstuvx";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private static final String NORMAL_UP = "0123456789+−=()inTt′";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿᵀᵗ′";

    private PlainFormula() {}

    static String of(Part formula) {
        return write(formula).strip().replaceAll(" +", " ").replace("( ", "(").replace(" )", ")");
    }

    private static String write(Part part) {
        return switch (part) {
            case Tex.Row(List<Part> parts) -> row(parts);
            case Tex.Glyphs(String text, Face face) ->
                switch (face) {
                    case BETWEEN -> " " + text + " ";
                    case AFTER -> text + " ";
                    case ITALIC, UPRIGHT, BOLD -> text;
                };
            case Tex.Script s -> script(s);
            case Tex.Fraction(Part above, Part below) -> atom(above) + "/" + atom(below);
            case Tex.Root(Part inner) -> "√" + atom(inner);
            case Tex.Accent(String mark, Part inner) -> write(inner) + combining(mark);
            case Tex.Big(String text, boolean sign) -> sign ? text + " " : text;
            case Tex.Space(double em) -> em > 0 ? " " : "";
        };
    }

    private static String row(List<Part> parts) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            boolean function = isFunction(parts.get(i));
            if (function && !line.isEmpty() && " ([−√".indexOf(line.charAt(line.length() - 1)) < 0) {
                line.append(' ');
            }
            String text = write(parts.get(i));
            boolean bracket = i + 1 < parts.size() && write(parts.get(i + 1)).startsWith("(");
            line.append(function ? text.strip() + (bracket ? "" : " ") : text);
        }
        return line.toString();
    }

    /// @return whether `part` is the name of a function, perhaps with an index
    private static boolean isFunction(Part part) {
        return switch (part) {
            case Tex.Row(List<Part> parts) -> parts.size() == 2 && parts.getLast() instanceof Tex.Space;
            case Tex.Big(String text, boolean sign) -> !sign;
            case Tex.Script(Part base, Part below, Part above) -> isFunction(base);
            default -> false;
        };
    }

    private static String script(Tex.Script s) {
        StringBuilder text = new StringBuilder(write(s.base()).stripTrailing());
        text.append(below(s.below()));
        if (s.above() != null) {
            text.append(moved(of(s.above()), NORMAL_UP, RAISED, '^'));
        }
        return s.base() instanceof Tex.Big(String sum, boolean sign) && sign ? text + " " : text.toString();
    }

    private static String below(@Nullable Part index) {
        if (index == null) {
            return "";
        }
        String text = of(index);
        // the name of a node stays legible
        boolean name = index instanceof Tex.Row(List<Part> only)
                && only.size() == 1
                && only.getFirst() instanceof Tex.Glyphs(String word, Face face)
                && face == Face.UPRIGHT
                && !Character.isDigit(word.charAt(0));
        return name ? "_" + text : moved(text, NORMAL, LOWERED, '_');
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

    private static String combining(String mark) {
        return switch (mark) {
            case "^" -> "\u0302";
            case "¯" -> "\u0304";
            case "~" -> "\u0303";
            case "˙" -> "\u0307";
            default -> "\u20d7";
        };
    }

    private static String atom(Part part) {
        String text = of(part);
        return text.contains(" ") ? "(" + text + ")" : text;
    }
}
