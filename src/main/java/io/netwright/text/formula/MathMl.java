package io.netwright.text.formula;

import io.netwright.text.Markup;
import io.netwright.text.formula.Tex.Face;
import io.netwright.text.formula.Tex.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a formula as presentation MathML (MathML Core), which browsers set as mathematics, on paper too.
public final class MathMl {

    private MathMl() {}

    /// @param latex what [Tex] reads
    /// @return an element `math`, to stand in a page of HTML
    /// @throws IllegalArgumentException where [Tex#parse] refuses it
    public static String of(String latex) {
        return "<math>" + write(Tex.parse(latex)) + "</math>";
    }

    private static String write(@Nullable Part part) {
        return switch (part) {
            case null -> "<mrow></mrow>";
            case Tex.Row(List<Part> parts) -> {
                StringBuilder row = new StringBuilder("<mrow>");
                parts.forEach(p -> row.append(write(p)));
                yield row.append("</mrow>").toString();
            }
            case Tex.Glyphs(String text, Face face) -> glyphs(Markup.escaped(text), face);
            case Tex.Script s -> script(s);
            case Tex.Fraction(Part above, Part below) -> element("mfrac", write(above) + write(below));
            case Tex.Root(Part inner) -> element("msqrt", write(inner));
            case Tex.Accent(String mark, Part inner) ->
                "<mover accent=\"true\">" + write(inner) + element("mo", Markup.escaped(mark)) + "</mover>";
            case Tex.Big(String text, boolean sign) ->
                sign
                        ? element("mo", Markup.escaped(text))
                        : "<mi mathvariant=\"normal\">" + Markup.escaped(text) + "</mi>";
            case Tex.Space(double em) -> "<mspace width=\"" + em + "em\"></mspace>";
        };
    }

    private static String glyphs(String text, Face face) {
        return switch (face) {
            case ITALIC -> element("mi", text);
            case UPRIGHT ->
                text.codePoints().allMatch(c -> Character.isDigit(c) || c == '.')
                        ? element("mn", text)
                        : "<mi mathvariant=\"normal\">" + text + "</mi>";
            case BOLD -> "<mi style=\"font-weight:bold\" mathvariant=\"normal\">" + text + "</mi>";
            case BETWEEN -> element("mo", text);
            case AFTER -> "<mo separator=\"true\">" + text + "</mo>";
        };
    }

    /// Limits stand below and above what takes them; all else is at the side.
    private static String script(Tex.Script s) {
        boolean limits = s.base() instanceof Tex.Big;
        String base = write(s.base());
        if (s.below() != null && s.above() != null) {
            return element(limits ? "munderover" : "msubsup", base + write(s.below()) + write(s.above()));
        }
        return s.below() != null
                ? element(limits ? "munder" : "msub", base + write(s.below()))
                : element(limits ? "mover" : "msup", base + write(s.above()));
    }

    private static String element(String name, String inner) {
        return "<" + name + ">" + inner + "</" + name + ">";
    }
}
