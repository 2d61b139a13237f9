package io.netwright.text.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.layer.LayerRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class MathMlTest {

    private static Document parsed(String mathMl) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(mathMl.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyLayersFormulaIsWellFormedAndLosesNothing() throws Exception {
        for (var layer : LayerRegistry.STANDARD.all()) {
            String latex = layer.info().formula();
            Document math = parsed(MathMl.of(latex));
            assertEquals("math", math.getDocumentElement().getTagName());
            // the letters and digits are those of the formula in one line, in another order at most
            assertEquals(
                    letters(Tex.plain(latex)), letters(math.getDocumentElement().getTextContent()), latex);
        }
    }

    private static String letters(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void fractionsRootsAndLimitsHaveElementsOfTheirOwn() {
        assertEquals(
                "<math><mrow><mfrac><mrow><mn>1</mn></mrow><mrow><mi>n</mi></mrow></mfrac></mrow></math>",
                MathMl.of("\\frac{1}{n}"));
        assertEquals("<math><mrow><msub><mi>x</mi><mrow><mi>i</mi></mrow></msub></mrow></math>", MathMl.of("x_{i}"));
    }
}
