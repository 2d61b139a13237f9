package io.netwright.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.op.explain.Expr;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every optimizer of the registry says what it does in names that hold together.
class ExplanationTest {

    static final List<Optimizer> optimizers = OptimizerRegistry.STANDARD.all();

    @ParameterizedTest
    @FieldSource("optimizers")
    void referencesCarryTheNumberOfTheNameTheyStandFor(Optimizer optimizer) {
        Explanation e = explain(optimizer);
        for (int k = 0; k < e.terms().size(); k++) {
            for (Expr.Ref ref : refs(e.terms().get(k).expr())) {
                int input = ref.input();
                int known = e.operands().size() + k;
                assertTrue(input >= 0 && input < known, "a term uses only what was there before it");
                double value = input < e.operands().size()
                        ? e.operands().get(input).value()
                        : e.terms().get(input - e.operands().size()).value();
                assertEquals(value, ref.value(), 0.0, e.symbol(input));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("optimizers")
    void isDeclaredWithWordsInBothLanguagesAndALearningRate(Optimizer optimizer) {
        OptimizerInfo info = optimizer.info();
        for (Locale locale : Messages.LOCALES) {
            Messages words = Messages.in(locale);
            assertTrue(words.has(info.help().key()), info.help().key());
            info.props()
                    .forEach(p -> assertTrue(words.has(OptimizerInfo.label(p).key()), p.key()));
        }
        assertEquals(Hyper.LEARNING_RATE, info.props().getFirst().key());
    }

    @Test
    void adamNamesItsMoments() {
        Explanation e = explain(new Adam());
        // m = 0.1 * 2, v = 0.001 * 4, bias-corrected at the first step to 2 and 4: the step is 0.001 * 2 / 2
        assertEquals(0.2, e.term("m′").value(), 1e-15);
        assertEquals(0.004, e.term("v′").value(), 1e-15);
        assertEquals(2, e.term("m̂").value(), 1e-13);
        assertEquals(4, e.term("v̂").value(), 1e-12);
        assertEquals(1.5 - 0.001, e.result(), 1e-10);
    }

    private static Explanation explain(Optimizer optimizer) {
        Rule rule = optimizer.rule(OptimizerSpec.of(optimizer.info().type()));
        Tensor w = Tensor.of(Precision.FLOAT64, new double[] {1.5}, 1);
        Tensor g = Tensor.of(Precision.FLOAT64, new double[] {2}, 1);
        Tensor[] slots = rule.slots().stream()
                .map(s -> Tensor.zeros(Precision.FLOAT64, 1))
                .toArray(Tensor[]::new);
        return rule.explain(rule.learningRate(), 1, w, g, slots, 0);
    }

    private static List<Expr.Ref> refs(Expr expr) {
        List<Expr.Ref> found = new ArrayList<>();
        switch (expr) {
            case Expr.Ref r -> found.add(r);
            case Expr.Num n -> {}
            case Expr.Sum(List<Expr> terms) -> terms.forEach(t -> found.addAll(refs(t)));
            case Expr.Product(List<Expr> factors) -> factors.forEach(t -> found.addAll(refs(t)));
            case Expr.Difference(Expr l, Expr r) -> {
                found.addAll(refs(l));
                found.addAll(refs(r));
            }
            case Expr.Quotient(Expr l, Expr r) -> {
                found.addAll(refs(l));
                found.addAll(refs(r));
            }
            case Expr.Call(Expr.Fn fn, List<Expr> args) -> args.forEach(t -> found.addAll(refs(t)));
        }
        return found;
    }
}
