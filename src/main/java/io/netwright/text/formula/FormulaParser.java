package io.netwright.text.formula;

import io.netwright.text.formula.Formula.Fraction;
import io.netwright.text.formula.Formula.Kind;
import io.netwright.text.formula.Formula.Root;
import io.netwright.text.formula.Formula.Row;
import io.netwright.text.formula.Formula.Script;
import io.netwright.text.formula.Formula.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the part of LaTeX that formulas here are written in: `_`, `^`, groups, `\frac`, `\sqrt`, `\hat`, `\bar`,
/// `\tilde`, `\text`, `\mathrm`, `\operatorname`, spaces, and the signs and functions of the table below.
final class FormulaParser {

    private static final Map<String, Sign> SIGNS = Map.ofEntries(
            operator("cdot", "·"),
            operator("times", "×"),
            operator("odot", "⊙"),
            operator("oslash", "⊘"),
            operator("star", "⋆"),
            operator("ast", "∗"),
            operator("pm", "±"),
            relation("to", "→"),
            relation("rightarrow", "→"),
            relation("leftarrow", "←"),
            relation("gets", "←"),
            relation("in", "∈"),
            relation("sim", "∼"),
            relation("approx", "≈"),
            relation("le", "≤"),
            relation("leq", "≤"),
            relation("ge", "≥"),
            relation("geq", "≥"),
            relation("neq", "≠"),
            function("max"),
            function("min"),
            function("ln"),
            function("log"),
            function("exp"),
            function("tanh"),
            function("cos"),
            function("sin"),
            sign("sum", "∑", Kind.LARGE),
            sign("prod", "∏", Kind.LARGE),
            sign("top", "⊤", Kind.UPRIGHT),
            sign("partial", "∂", Kind.UPRIGHT),
            sign("infty", "∞", Kind.UPRIGHT),
            sign("dots", "…", Kind.PUNCTUATION),
            sign("ldots", "…", Kind.PUNCTUATION),
            sign("cdots", "⋯", Kind.PUNCTUATION),
            sign("lVert", "‖", Kind.PUNCTUATION),
            sign("rVert", "‖", Kind.PUNCTUATION),
            sign("{", "{", Kind.PUNCTUATION),
            sign("}", "}", Kind.PUNCTUATION),
            sign(",", " ", Kind.SPACE),
            sign(";", " ", Kind.SPACE),
            sign(" ", " ", Kind.SPACE),
            sign("quad", "  ", Kind.SPACE),
            letter("alpha", "α"),
            letter("beta", "β"),
            letter("gamma", "γ"),
            letter("delta", "δ"),
            letter("epsilon", "ϵ"),
            letter("varepsilon", "ε"),
            letter("eta", "η"),
            letter("theta", "θ"),
            letter("lambda", "λ"),
            letter("mu", "μ"),
            letter("sigma", "σ"),
            letter("phi", "φ"),
            letter("varphi", "φ"),
            letter("ell", "ℓ"),
            sign("Phi", "Φ", Kind.UPRIGHT),
            sign("Sigma", "Σ", Kind.UPRIGHT));

    /// Signs that stand for themselves, by kind.
    private static final String OPERATORS = "+−±·×⊙⊘⋆∗/";

    private static final String RELATIONS = "=<>≤≥≠≈←→∈∼";

    private static final String PUNCTUATION = "()[],;:|!…⋯‖'′";

    private final String text;
    private int at;

    FormulaParser(String text) {
        this.text = text;
    }

    private static Map.Entry<String, Sign> sign(String command, String text, Kind kind) {
        return Map.entry(command, new Sign(text, kind));
    }

    private static Map.Entry<String, Sign> operator(String command, String text) {
        return sign(command, text, Kind.OPERATOR);
    }

    private static Map.Entry<String, Sign> relation(String command, String text) {
        return sign(command, text, Kind.RELATION);
    }

    private static Map.Entry<String, Sign> function(String name) {
        return sign(name, name, Kind.FUNCTION);
    }

    private static Map.Entry<String, Sign> letter(String command, String text) {
        return sign(command, text, Kind.VARIABLE);
    }

    Formula parse() {
        Formula row = row();
        if (at < text.length()) {
            throw wrong("'}' without '{'");
        }
        return row;
    }

    private Formula row() {
        List<Formula> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '}') {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            parts.add(scripted());
        }
        return parts.size() == 1 ? parts.getFirst() : new Row(parts);
    }

    private Formula scripted() {
        Formula base = "_^".indexOf(text.charAt(at)) >= 0 ? new Row(List.of()) : atom();
        Formula below = null;
        Formula above = null;
        while (at < text.length() && "_^".indexOf(text.charAt(at)) >= 0) {
            boolean isBelow = text.charAt(at++) == '_';
            Formula script = required();
            below = isBelow ? joined(below, script) : below;
            above = isBelow ? above : joined(above, script);
        }
        return below == null && above == null ? base : new Script(base, below, above);
    }

    private static Formula joined(@Nullable Formula first, Formula second) {
        return first == null ? second : new Row(List.of(first, second));
    }

    private Formula required() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            throw wrong("something missing at the end");
        }
        return atom();
    }

    private Formula atom() {
        char c = text.charAt(at);
        if (c == '{') {
            at++;
            Formula inner = row();
            close();
            return inner;
        }
        if (c == '\\') {
            return command();
        }
        if (Character.isDigit(c)) {
            int from = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || isPointInNumber())) {
                at++;
            }
            return new Sign(text.substring(from, at), Kind.UPRIGHT);
        }
        int from = at;
        at += Character.charCount(text.codePointAt(at));
        while (at < text.length() && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK) {
            at++;
        }
        String sign = text.substring(from, at);
        return new Sign(sign.equals("-") ? "−" : sign, kind(sign));
    }

    private boolean isPointInNumber() {
        return text.charAt(at) == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private static Kind kind(String sign) {
        if (sign.equals("-") || OPERATORS.contains(sign)) {
            return Kind.OPERATOR;
        }
        if (RELATIONS.contains(sign)) {
            return Kind.RELATION;
        }
        if (PUNCTUATION.contains(sign)) {
            return Kind.PUNCTUATION;
        }
        return Character.isLetter(sign.codePointAt(0)) ? Kind.VARIABLE : Kind.UPRIGHT;
    }

    private Formula command() {
        at++;
        int from = at;
        while (at < text.length() && isLatinLetter(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            at++;
        }
        String name = text.substring(from, Math.min(at, text.length()));
        Sign sign = SIGNS.get(name);
        if (sign != null) {
            return sign;
        }
        return switch (name) {
            case "frac" -> new Fraction(required(), required());
            case "sqrt" -> new Root(required());
            case "hat" -> marked('\u0302');
            case "bar" -> marked('\u0304');
            case "tilde" -> marked('\u0303');
            case "text", "mathrm" -> new Sign(raw(), Kind.UPRIGHT);
            case "operatorname" -> new Sign(raw(), Kind.FUNCTION);
            case "left", "right" -> required();
            default -> throw wrong("no command '\\" + name + "'");
        };
    }

    private static boolean isLatinLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private Formula marked(char mark) {
        Formula inner = required();
        if (inner instanceof Sign(String letter, Kind kind)) {
            return new Sign(letter + mark, kind);
        }
        throw wrong("a mark over more than one sign");
    }

    /// @return what is in the braces that follow, as it is written
    private String raw() {
        int end = text.indexOf('}', at);
        if (at >= text.length() || text.charAt(at) != '{' || end < 0) {
            throw wrong("'{...}' expected");
        }
        String inner = text.substring(at + 1, end);
        at = end + 1;
        return inner;
    }

    private void close() {
        if (at >= text.length()) {
            throw wrong("'{' without '}'");
        }
        at++;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("formula '" + text + "', at " + at + ": " + what);
    }
}
