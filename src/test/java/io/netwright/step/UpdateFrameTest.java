package io.netwright.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.LayerRegistry;
import io.netwright.step.StepRecorder.Request;
import io.netwright.tensor.Tensor;
import io.netwright.text.formula.Tex;
import io.netwright.train.optimizer.Adam;
import io.netwright.train.optimizer.AdamW;
import io.netwright.train.optimizer.Explanation;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.OptimizerState;
import io.netwright.train.optimizer.Sgd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The last part of a step under every optimizer.
class UpdateFrameTest {

    static Stream<OptimizerSpec> specs() {
        List<OptimizerSpec> specs = new ArrayList<>(OptimizerRegistry.STANDARD.types().stream()
                .map(OptimizerSpec::of)
                .toList());
        specs.add(OptimizerSpec.of(Sgd.TYPE).with(Sgd.MOMENTUM, 0.9).with(Sgd.WEIGHT_DECAY, 0.1));
        specs.add(OptimizerSpec.of(Sgd.TYPE).with(Sgd.MOMENTUM, 0.9).with(Sgd.NESTEROV, true));
        specs.add(OptimizerSpec.of(Adam.TYPE).with(Adam.WEIGHT_DECAY, 0.1));
        specs.add(OptimizerSpec.of(AdamW.TYPE).with(AdamW.WEIGHT_DECAY, 0.1));
        return specs.stream();
    }

    /// A request whose optimizer has taken two steps before, so that it remembers something.
    static Request warm(OptimizerSpec spec) {
        Request r = WorkedStep.request();
        OptimizerState optimizer = new OptimizerState(spec, r.parameters());
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        r.parameters().trainable().forEach((name, t) -> {
            Tensor g = t.copy();
            g.fill(0.25);
            gradients.put(name, g);
        });
        optimizer.step(gradients);
        optimizer.step(gradients);
        return new Request(
                r.network(), r.program(), r.parameters(), optimizer, r.features(), r.targets(), r.run(), r.precision());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyChangedWeightIsExplained(OptimizerSpec spec) {
        StepRecording recording = new StepRecorder(LayerRegistry.STANDARD).record(warm(spec));
        int checked = 0;
        for (Frame frame : recording.frames()) {
            if (frame instanceof ParameterFrame p) {
                double[] after = p.output().toArray();
                for (int i = 0; i < after.length; i++) {
                    int[] index = p.output().tensor().index(i);
                    assertEquals(after[i], p.explain(index).value(), 1e-12, p.formula());
                    assertEquals(after[i], p.lastStep(index).value(), 1e-12, p.formula());
                    Explanation told = p.explanation(index);
                    assertEquals(after[i], told.result(), 1e-12, p.formula());
                    checked++;
                }
                Tex.parse(p.formula());
                p.terms().forEach(Tex::parse);
                assertEquals(p.operands().size() - 2, p.memory().size());
            }
        }
        assertEquals(36, checked);
    }

    /// Those whose step follows from the gradients alone.
    static Stream<OptimizerSpec> stepwise() {
        return specs().filter(s -> OptimizerRegistry.STANDARD.find(s.type()).stream()
                .noneMatch(o -> o.info().props().stream().anyMatch(p -> p.key().matches("damping|lineSearch"))));
    }

    /// What is recorded is the step that training takes.
    @ParameterizedTest
    @MethodSource("stepwise")
    void theRecordedUpdateIsTheOptimizersOwn(OptimizerSpec spec) {
        Request request = warm(spec);
        StepRecording recording = new StepRecorder(LayerRegistry.STANDARD).record(request);
        assertEquals(2, request.optimizer().steps());
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        StepState end = recording.stateAt(recording.size() - 1);
        request.parameters()
                .trainable()
                .keySet()
                .forEach(name -> gradients.put(
                        name, end.parameterGradient(name).orElseThrow().tensor()));
        request.optimizer().step(gradients);
        request.parameters()
                .trainable()
                .forEach((name, t) ->
                        assertArrayEquals(t.toArray(), end.kept(name).toArray(), name));
        ParameterFrame frame =
                (ParameterFrame) recording.update("dense2.weight").orElseThrow();
        List<Tensor> slots =
                List.copyOf(request.optimizer().slots("dense2.weight").values());
        for (int s = 0; s < slots.size(); s++) {
            assertArrayEquals(slots.get(s).toArray(), frame.memory().get(s).toArray());
        }
    }

    @Test
    void adamReadsAsItWasPublished() {
        StepRecording recording = new StepRecorder(LayerRegistry.STANDARD).record(warm(OptimizerSpec.of(Adam.TYPE)));
        ParameterFrame frame =
                (ParameterFrame) recording.update("dense2.weight").orElseThrow();
        assertEquals("W₂ ← W₂ − (η m̂)/(√v̂ + ε)", Tex.plain(frame.formula()));
        List<String> terms = frame.terms().stream().map(Tex::plain).toList();
        assertTrue(terms.contains("m′ = β₁ m + (1 − β₁) dW₂"), terms::toString);
        assertTrue(terms.contains("v′ = β₂ v + (1 − β₂) dW₂ dW₂"), terms::toString);
        assertEquals(
                List.of("W_{2}", "dW_{2}", "m", "v"),
                frame.operands().stream().map(Operand::name).toList());
    }
}
