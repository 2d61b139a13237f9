package io.netwright.ui;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.Layer;
import io.netwright.layer.LayerRegistry;
import io.netwright.text.formula.Tex;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    static final List<String> formulas = LayerRegistry.STANDARD.all().stream()
            .map(Layer::info)
            .map(i -> i.formula())
            .toList();

    @ParameterizedTest
    @FieldSource("formulas")
    void everyLayersFormulaCanBeSet(String latex) {
        var formula = assertDoesNotThrow(() -> new Formula(latex, 16));
        assertTrue(formula.prefWidth(-1) > 5, latex);
        assertTrue(formula.prefHeight(-1) >= 14, latex);
    }

    @Test
    void aSubscriptHoldsOneTokenOrOneGroup() {
        assertEquals(
                new Tex.Row(List.of(
                        new Tex.Script(italic("x"), new Tex.Row(List.of(italic("i"), italic("j"))), upright("2")),
                        italic("y"))),
                Tex.parse("x_{ij}^2 y"));
    }

    @Test
    void aMinusIsASignWhereNothingStandsBeforeIt() {
        assertEquals(new Tex.Row(List.of(upright("−"), italic("x"))), Tex.parse("-x"));
        assertEquals(
                new Tex.Row(List.of(italic("y"), new Tex.Glyphs("−", Tex.Face.BETWEEN), italic("x"))),
                Tex.parse("y - x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\unknown", "{x", "x}", "x_", "\\frac{a}", "\\text x"})
    void whatItDoesNotKnowItRefuses(String latex) {
        assertThrows(IllegalArgumentException.class, () -> Tex.parse(latex));
    }

    @Test
    void itShrinksRatherThanBeingCutOff() {
        var formula = new Formula("Z = \\sum_{c,u,v} W_{f,c,u,v} \\, X_{c,u,v}", 16);
        double natural = formula.prefWidth(-1);
        assertTrue(formula.minWidth(-1) < natural);
        assertTrue(formula.prefHeight(natural / 2) < formula.prefHeight(natural));
    }

    private static Tex.Glyphs italic(String text) {
        return new Tex.Glyphs(text, Tex.Face.ITALIC);
    }

    private static Tex.Glyphs upright(String text) {
        return new Tex.Glyphs(text, Tex.Face.UPRIGHT);
    }
}
