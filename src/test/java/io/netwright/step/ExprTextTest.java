package io.netwright.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExprTextTest {

    private static Expr.Ref ref(double value) {
        return new Expr.Ref(0, List.of(0), value);
    }

    private static String numbers(Expr e) {
        return ExprText.text(ExprText.numbers(e, 6, 6));
    }

    @Test
    void aSumOfProductsReadsAsOneWouldWriteIt() {
        Expr e = Expr.sum(Expr.product(ref(1.3), ref(-1.1235)), Expr.product(ref(-0.5), ref(2)));
        assertEquals("1.3 × (−1.1235) − 0.5 × 2", numbers(e));
    }

    @Test
    void bracketsStandWhereTheyAreNeeded() {
        assertEquals(
                "(1 − (−2)) × (3 + 4)", numbers(Expr.product(Expr.minus(ref(1), ref(-2)), Expr.sum(ref(3), ref(4)))));
        assertEquals("1 − (2 + 3)", numbers(Expr.minus(ref(1), Expr.sum(ref(2), ref(3)))));
        assertEquals("1 / (2 × 3)", numbers(Expr.over(ref(1), Expr.product(ref(2), ref(3)))));
        assertEquals("0.5 × [−1 > 0]", numbers(Expr.product(ref(0.5), Expr.call(Fn.STEP, ref(-1)))));
        assertEquals("−ln(2)", numbers(Expr.product(Expr.num(-1), Expr.call(Fn.LOG, ref(2)))));
        assertEquals("3 − ln(2)", numbers(Expr.sum(ref(3), Expr.product(Expr.num(-1), Expr.call(Fn.LOG, ref(2))))));
        assertEquals("max(0, −1)", numbers(Expr.call(Fn.MAX, Expr.num(0), ref(-1))));
        assertEquals("√(2 + 1e−5)", numbers(Expr.call(Fn.SQRT, Expr.sum(ref(2), Expr.num(1e-5)))));
    }

    /// What is left out of a long sum is said in numbers, so the line still adds up.
    @Test
    void aLongSumIsCutShortAndStillAddsUp() {
        List<Expr> terms = new ArrayList<>(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (Expr) ref(i)).toList());
        List<ExprText.Token> tokens = ExprText.numbers(Expr.sum(terms), 4, 6);
        assertEquals("1 + 2 + 3 + 5044", ExprText.text(tokens));
        assertEquals(97, tokens.getLast().rest());
        assertSame(terms.getFirst(), tokens.getFirst().ref());
        assertEquals("a + a + a + …", ExprText.text(ExprText.names(Expr.sum(terms), r -> "a", 4)));
    }

    @Test
    void numbersAreShortAndHaveATrueMinus() {
        assertEquals("0", NumberText.of(0));
        assertEquals("−0.1", NumberText.of(-0.1));
        assertEquals("2.15522", NumberText.of(2.155217500000001));
        assertEquals("2.792e−5", NumberText.of(0.0000279234, 4));
        assertEquals("1.25e8", NumberText.of(125_000_000));
        assertEquals("1.5e−7", NumberText.of(1.5e-7));
        assertEquals("NaN", NumberText.of(Double.NaN));
        assertEquals("−∞", NumberText.of(Double.NEGATIVE_INFINITY));
        assertEquals("−0.50", NumberText.fixed(-0.5, 2));
        assertEquals("0.00", NumberText.fixed(0, 2));
        assertEquals("1.2e−4", NumberText.fixed(0.00012, 2));
        assertEquals("1.2e7", NumberText.fixed(12_300_000, 2));
    }
}
