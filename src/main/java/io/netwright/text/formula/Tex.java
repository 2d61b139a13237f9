package io.netwright.text.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the part of LaTeX that the formulas of layers, optimizers and steps are written in. The window draws what
/// comes out; [#plain] writes it in one line.
///
/// Known are `_` and `^`, `\frac`, `\sqrt`, accents, Greek letters, named functions, sums and products with limits, the
/// usual operators and relations, `\text`, `\mathrm`, `\mathbf` and spaces.
public final class Tex {

    /// A part of a formula.
    public sealed interface Part {}

    /// How a piece of text stands.
    public enum Face {
        /// Variables.
        ITALIC,
        /// Digits, brackets, names of functions.
        UPRIGHT,
        /// Vectors and matrices, where written so.
        BOLD,
        /// Signs that stand between their neighbours with a space on both sides.
        BETWEEN,
        /// Commas: a space behind.
        AFTER
    }

    public record Glyphs(String text, Face face) implements Part {}

    public record Row(List<Part> parts) implements Part {
        public Row {
            parts = List.copyOf(parts);
        }
    }

    /// @param below the subscript, or the lower limit where `base` is a [Big]
    /// @param above the superscript, or the upper limit
    public record Script(
            Part base, @Nullable Part below, @Nullable Part above) implements Part {}

    public record Fraction(Part above, Part below) implements Part {}

    public record Root(Part inner) implements Part {}

    /// A mark over something.
    public record Accent(String mark, Part inner) implements Part {}

    /// A sign or a name that takes its limits below and above.
    public record Big(String text, boolean sign) implements Part {}

    /// @param em of the width of an em
    public record Space(double em) implements Part {}

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("varepsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("varphi", "φ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("partial", "∂"),
            Map.entry("ell", "ℓ"));

    private static final Map<String, String> UPRIGHT = Map.ofEntries(
            Map.entry("Gamma", "Γ"),
            Map.entry("Delta", "Δ"),
            Map.entry("Theta", "Θ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Phi", "Φ"),
            Map.entry("Psi", "Ψ"),
            Map.entry("Omega", "Ω"),
            Map.entry("nabla", "∇"),
            Map.entry("infty", "∞"),
            Map.entry("dots", "…"),
            Map.entry("ldots", "…"),
            Map.entry("cdots", "⋯"),
            Map.entry("top", "T"),
            Map.entry("prime", "′"),
            Map.entry("lfloor", "⌊"),
            Map.entry("rfloor", "⌋"),
            Map.entry("lceil", "⌈"),
            Map.entry("rceil", "⌉"),
            Map.entry("{", "{"),
            Map.entry("}", "}"),
            Map.entry("|", "‖"),
            Map.entry("%", "%"));

    private static final Map<String, String> BETWEEN = Map.ofEntries(
            Map.entry("cdot", "·"),
            Map.entry("times", "×"),
            Map.entry("odot", "⊙"),
            Map.entry("otimes", "⊗"),
            Map.entry("oplus", "⊕"),
            Map.entry("pm", "±"),
            Map.entry("div", "÷"),
            Map.entry("in", "∈"),
            Map.entry("to", "→"),
            Map.entry("rightarrow", "→"),
            Map.entry("leftarrow", "←"),
            Map.entry("gets", "←"),
            Map.entry("leq", "≤"),
            Map.entry("le", "≤"),
            Map.entry("geq", "≥"),
            Map.entry("ge", "≥"),
            Map.entry("neq", "≠"),
            Map.entry("ne", "≠"),
            Map.entry("approx", "≈"),
            Map.entry("sim", "∼"),
            Map.entry("mid", "|"),
            Map.entry("ast", "∗"),
            Map.entry("star", "⋆"),
            Map.entry("oslash", "⊘"),
            Map.entry("vee", "∨"));

    private static final Map<String, String> ACCENTS =
            Map.of("hat", "^", "bar", "¯", "overline", "¯", "tilde", "~", "dot", "˙", "vec", "→");

    private static final Set<String> FUNCTIONS = Set.of(
            "ln", "log", "exp", "sin", "cos", "tan", "tanh", "sinh", "cosh", "sign", "erf", "Var", "softmax",
            "sigmoid");

    private static final Map<String, Double> SPACES =
            Map.of(",", 0.17, ":", 0.22, ";", 0.28, " ", 0.25, "quad", 1.0, "qquad", 2.0, "!", 0.0);

    private final String text;
    private int at;

    private Tex(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException where it holds a command that is not known, or a group that is not closed
    public static Row parse(String latex) {
        Tex tex = new Tex(latex);
        Row row = tex.row(false);
        if (tex.at < latex.length()) {
            throw tex.wrong("an unopened }");
        }
        return row;
    }

    /// @return one line of Unicode: `dW₂ = A₁ᵀ · dZ₂`
    /// @throws IllegalArgumentException where [#parse] refuses it
    public static String plain(String latex) {
        return PlainFormula.of(parse(latex));
    }

    private Row row(boolean group) {
        List<Part> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '}') {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            parts.add(scripted(atom()));
        }
        if (group) {
            if (at >= text.length()) {
                throw wrong("an unclosed {");
            }
            at++;
        }
        return new Row(parts);
    }

    private Part scripted(Part base) {
        Part below = null;
        Part above = null;
        while (at < text.length() && (text.charAt(at) == '_' || text.charAt(at) == '^' || text.charAt(at) == '\'')) {
            char mark = text.charAt(at++);
            if (mark == '\'') {
                above = new Glyphs("′", Face.UPRIGHT);
            } else if (mark == '_') {
                below = argument();
            } else {
                above = argument();
            }
        }
        return below == null && above == null ? base : new Script(base, below, above);
    }

    private Part argument() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at >= text.length()) {
            throw wrong("nothing where something must follow");
        }
        return atom();
    }

    private Part atom() {
        char c = text.charAt(at++);
        if (c == '{') {
            return row(true);
        }
        if (c == '\\') {
            return command();
        }
        if (Character.isLetter(c)) {
            return new Glyphs(String.valueOf(c), Face.ITALIC);
        }
        if (Character.isDigit(c) || c == '.') {
            int from = at - 1;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return new Glyphs(text.substring(from, at), Face.UPRIGHT);
        }
        return switch (c) {
            // a sign in front of something stands close to it
            case '-' -> new Glyphs("−", isSign() ? Face.UPRIGHT : Face.BETWEEN);
            case '+', '=', '<', '>' -> new Glyphs(String.valueOf(c), isSign() ? Face.UPRIGHT : Face.BETWEEN);
            case ',', ';' -> new Glyphs(String.valueOf(c), Face.AFTER);
            case '*' -> new Glyphs("∗", Face.BETWEEN);
            default -> new Glyphs(String.valueOf(c), Face.UPRIGHT);
        };
    }

    /// @return whether nothing stands before the character just read that an operator could join
    private boolean isSign() {
        int before = at - 2;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || "({[=+-*<>,^_".indexOf(text.charAt(before)) >= 0;
    }

    private Part command() {
        int from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            at++;
        }
        String name = text.substring(from, Math.min(at, text.length()));
        Double space = SPACES.get(name);
        if (space != null) {
            return new Space(space);
        }
        String sign = BETWEEN.get(name);
        if (sign != null) {
            return new Glyphs(sign, Face.BETWEEN);
        }
        String letter = LETTERS.get(name);
        if (letter != null) {
            return new Glyphs(letter, Face.ITALIC);
        }
        String upright = UPRIGHT.get(name);
        if (upright != null) {
            return new Glyphs(upright, Face.UPRIGHT);
        }
        String accent = ACCENTS.get(name);
        if (accent != null) {
            return new Accent(accent, argument());
        }
        if (FUNCTIONS.contains(name)) {
            return new Row(List.of(new Glyphs(name, Face.UPRIGHT), new Space(0.12)));
        }
        return switch (name) {
            case "frac" -> new Fraction(argument(), argument());
            case "sqrt" -> new Root(argument());
            case "sum" -> new Big("∑", true);
            case "prod" -> new Big("∏", true);
            case "int" -> new Big("∫", true);
            case "max", "min", "argmax", "argmin" -> new Big(name, false);
            case "left", "right", "big", "Big" -> new Space(0);
            case "text", "mathrm", "operatorname" -> new Glyphs(raw(), Face.UPRIGHT);
            case "mathbf" -> new Glyphs(raw(), Face.BOLD);
            default -> throw wrong("the unknown command \\" + name);
        };
    }

    /// @return what stands between the braces that follow, as it is
    private String raw() {
        int end = text.indexOf('}', at);
        if (at >= text.length() || text.charAt(at) != '{' || end < 0) {
            throw wrong("no {...} where one must follow");
        }
        String raw = text.substring(at + 1, end);
        at = end + 1;
        return raw;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " at " + at + " in " + text);
    }
}
