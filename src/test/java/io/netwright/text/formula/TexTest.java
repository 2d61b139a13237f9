package io.netwright.text.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netwright.layer.LayerRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Z_{2} = A_{1}W_{2} + b_{2}                  | Z₂ = A₁W₂ + b₂
        dW_{2} = A_{1}^{\\top} \\cdot dZ_{2}          | dW₂ = A₁ᵀ · dZ₂
        A = \\frac{1}{1 + e^{-x}}                    | A = 1/(1 + e^(−x))
        L = -\\sum_i y_i \\ln p_i                     | L = −∑ᵢ yᵢ ln pᵢ
        \\sqrt{\\sigma^2 + \\varepsilon}               | √(σ² + ε)
        W \\leftarrow W - 0.01 \\, dW                 | W ← W − 0.01 dW
        Y_{\\text{pool1}}                            | Y_pool1
        \\max(0, x)                                  | max(0, x)
        \\hat{X}                                     | X̂
        """)
    void isWrittenInOneLine(String latex, String plain) {
        assertEquals(plain, Tex.plain(latex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a_", "{a", "a}", "\\nothing", "\\frac{a}", "\\text a"})
    void whatIsNoFormulaIsRefused(String latex) {
        assertThrows(IllegalArgumentException.class, () -> Tex.parse(latex));
    }

    @Test
    void everyLayersFormulaCanBeRead() {
        LayerRegistry.STANDARD.all().forEach(layer -> Tex.parse(layer.info().formula()));
    }
}
