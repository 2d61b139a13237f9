package io.netwright.ui.canvas.drawing;

import java.util.Map;

/// Writes the LaTeX of a layer's formula on one line of plain text: `\max(0, x)` as `max(0, x)`, `\frac{1}{1 + e^{-x}}`
/// as
/// `1/(1 + e⁻ˣ)`.
///
/// Knows what the layers' formulas use; a command that it does not know is written as its name.
public final class FormulaText {

    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("sum", "Σ"),
            Map.entry("prod", "Π"),
            Map.entry("Phi", "Φ"),
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("mu", "μ"),
            Map.entry("sigma", "σ"),
            Map.entry("varepsilon", "ε"),
            Map.entry("to", "→"),
            Map.entry("cdot", "·"),
            Map.entry("odot", "⊙"),
            Map.entry("times", "×"),
            Map.entry("in", "∈"),
            Map.entry("dots", "…"),
            Map.entry(",", ""),
            Map.entry(";", " "),
            Map.entry(" ", " "),
            Map.entry("{", "{"),
            Map.entry("}", "}"));

    private static final String PLAIN = "0123456789+-()xijknzauv";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ˣⁱʲᵏⁿᶻᵃᵘᵛ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₓᵢⱼₖₙ\0ₐᵤᵥ";

    private final String source;
    private int at;

    private FormulaText(String source) {
        this.source = source;
    }

    public static String plain(String latex) {
        return new FormulaText(latex).group('\0').replaceAll(" +", " ").strip();
    }

    private String group(char end) {
        StringBuilder out = new StringBuilder();
        while (at < source.length() && source.charAt(at) != end) {
            out.append(item());
        }
        at++;
        return out.toString();
    }

    private String item() {
        char c = source.charAt(at++);
        return switch (c) {
            case '\\' -> command();
            case '{' -> group('}');
            case '^' -> script(argument(), RAISED, "^");
            case '_' -> script(argument(), LOWERED, "_");
            case '-' -> "−";
            default -> String.valueOf(c);
        };
    }

    private String argument() {
        while (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
        return at < source.length() ? item() : "";
    }

    private String command() {
        int from = at;
        while (at < source.length() && Character.isLetter(source.charAt(at))) {
            at++;
        }
        if (at == from && at < source.length()) {
            at++;
        }
        String name = source.substring(from, at);
        return switch (name) {
            case "frac" -> enclosed(argument()) + "/" + enclosed(argument());
            case "sqrt" -> "√" + enclosed(argument());
            default -> COMMANDS.getOrDefault(name, name);
        };
    }

    private static String enclosed(String text) {
        return text.codePoints().anyMatch(c -> c == ' ' || c == '+' || c == '−') ? "(" + text + ")" : text;
    }

    private static String script(String text, String alphabet, String mark) {
        StringBuilder out = new StringBuilder();
        for (char c : text.replace('−', '-').replace(" ", "").replace(",", "").toCharArray()) {
            int i = PLAIN.indexOf(c);
            if (i < 0 || alphabet.charAt(i) == '\0') {
                return mark + enclosed(text);
            }
            out.append(alphabet.charAt(i));
        }
        return out.toString();
    }
}
