package io.netwright.layer.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.layer.LayerRegistry;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.text.Messages;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.OptimizerState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final int BATCH = 4;

    static List<Template> templates() {
        return Templates.ALL;
    }

    private static DataSignature data(Template t) {
        Shape sample = Shape.of(t.sample().stream().mapToInt(i -> i).toArray());
        boolean tokens = sample.rank() == 1;
        if (t.classes() == 0) {
            return new DataSignature(sample, sample, false, 0);
        }
        // one class for each token, or one for each sample
        boolean each = tokens && t.classes() == SequenceTemplates.VOCABULARY;
        return new DataSignature(
                sample, each ? sample : Shape.SCALAR, true, t.classes(), tokens ? SequenceTemplates.VOCABULARY : 0);
    }

    /// Compiles without a word, and one step of Adam on a batch makes the loss of that batch smaller.
    @ParameterizedTest
    @MethodSource("templates")
    void trains(Template template) {
        Compilation c = new Compiler(LayerRegistry.STANDARD)
                .compile(template.network(), data(template), Compiler.Mode.TRAINING);
        assertEquals(
                List.of(), c.diagnostics().stream().map(Diagnostic::toString).toList());
        Program program = c.program().orElseThrow();
        Parameters parameters = Parameters.initial(program, Precision.FLOAT32, 1);
        OptimizerState optimizer = new OptimizerState(OptimizerSpec.of("Adam"), parameters);
        Executor executor = new Executor(program, parameters, BATCH, true);
        double first = step(executor, template, optimizer);
        double last = first;
        for (int i = 0; i < 5; i++) {
            last = step(executor, template, optimizer);
        }
        assertTrue(Double.isFinite(first) && last < first, first + " then " + last);
        program.parameters().forEach(p -> assertTrue(program.gradient(p.value()).isPresent(), p.name()));
    }

    private static double step(Executor executor, Template template, OptimizerState optimizer) {
        Random random = new Random(3);
        executor.batch(BATCH);
        for (Program.Data input : executor.program().inputs()) {
            Tensor x = executor.tensor(input.value());
            for (int i = 0; i < x.size(); i++) {
                x.set(i, input.vocabulary() > 0 ? random.nextInt(input.vocabulary()) : random.nextGaussian());
            }
        }
        executor.targets(y -> {
            for (int i = 0; i < y.size(); i++) {
                y.set(i, template.classes() > 0 ? random.nextInt(template.classes()) : random.nextDouble());
            }
        });
        executor.run(Run.PLAIN);
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        Program program = executor.program();
        program.parameters()
                .forEach(p -> program.gradient(p.value()).ifPresent(g -> gradients.put(p.name(), executor.tensor(g))));
        optimizer.step(gradients);
        executor.updateStates();
        return executor.loss();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasItsWords(Template template) {
        Messages.LOCALES.forEach(locale -> {
            assertTrue(Messages.in(locale).has(template.title().key()));
            assertTrue(Messages.in(locale).has(template.about().key()));
        });
    }
}
