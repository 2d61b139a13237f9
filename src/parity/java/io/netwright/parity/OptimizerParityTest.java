package io.netwright.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compiler.Mode;
import io.netwright.layer.Bench;
import io.netwright.program.Executor;
import io.netwright.tensor.Precision;
import io.netwright.train.optimizer.Adagrad;
import io.netwright.train.optimizer.Adam;
import io.netwright.train.optimizer.AdamW;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.OptimizerState;
import io.netwright.train.optimizer.RmsProp;
import io.netwright.train.optimizer.Sgd;
import io.netwright.train.schedule.ScheduleRegistry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.pytorch.AdagradOptions;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.RMSprop;
import org.bytedeco.pytorch.RMSpropOptions;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ten steps of a small network (Dense, Dense, Tanh, MSE) under each optimizer that PyTorch's C++ library has. The
/// others are in Python only: `TorchTrajectoryTest`, in every build, compares all of them with Python's numbers.
class OptimizerParityTest {

    private static final int STEPS = 10;
    private static final double TOLERANCE = 1e-11;

    record Case(String name, OptimizerSpec ours, Function<TensorVector, Optimizer> theirs) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "SGD",
                        OptimizerSpec.of("SGD")
                                .with(Sgd.LEARNING_RATE, 0.1)
                                .with(Sgd.MOMENTUM, 0.9)
                                .with(Sgd.DAMPENING, 0.2)
                                .with(Sgd.WEIGHT_DECAY, 0.01),
                        p -> {
                            SGDOptions o = new SGDOptions(0.1);
                            o.momentum().put(0.9);
                            o.dampening().put(0.2);
                            o.weight_decay().put(0.01);
                            return new SGD(p, o);
                        }),
                new Case(
                        "RMSprop",
                        OptimizerSpec.of("RMSprop").with(RmsProp.MOMENTUM, 0.5).with(RmsProp.CENTRED, true),
                        p -> {
                            RMSpropOptions o = new RMSpropOptions(0.01);
                            o.momentum().put(0.5);
                            o.centered().put(true);
                            return new RMSprop(p, o);
                        }),
                new Case(
                        "Adam",
                        OptimizerSpec.of("Adam").with(Adam.AMSGRAD, true).with(Adam.WEIGHT_DECAY, 0.1),
                        p -> {
                            AdamOptions o = new AdamOptions(0.001);
                            o.amsgrad().put(true);
                            o.weight_decay().put(0.1);
                            return new org.bytedeco.pytorch.Adam(p, o);
                        }),
                new Case("AdamW", OptimizerSpec.of("AdamW").with(AdamW.WEIGHT_DECAY, 0.1), p -> {
                    AdamWOptions o = new AdamWOptions(0.001);
                    o.weight_decay().put(0.1);
                    return new org.bytedeco.pytorch.AdamW(p, o);
                }),
                new Case("Adagrad", OptimizerSpec.of("Adagrad").with(Adagrad.RATE_DECAY, 0.1), p -> {
                    AdagradOptions o = new AdagradOptions(0.01);
                    o.lr_decay().put(0.1);
                    return new org.bytedeco.pytorch.Adagrad(p, o);
                }));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tenStepsEndWhereTorchEnds(Case c) {
        Bench bench = Bench.all().stream()
                .filter(b -> b.layer().type().equals("Dense") && b.batch() == 3)
                .findFirst()
                .orElseThrow();
        Executor run = bench.executor(Precision.FLOAT64, Mode.TRAINING);
        Table.forward("optimizer", c.name(), 0);
        OptimizerState ours = new OptimizerState(c.ours(), run.parameters());
        Map<String, Tensor> weights = new LinkedHashMap<>();
        run.parameters()
                .trainable()
                .forEach((name, t) -> weights.put(name, Torch.of(t).set_requires_grad(true)));
        Optimizer theirs = c.theirs().apply(Torch.vector(List.copyOf(weights.values())));
        Tensor x = Torch.of(run.input());
        Tensor y = Torch.of(run.tensor(run.program().targets().getFirst().value()));
        for (int step = 0; step < STEPS; step++) {
            run.run(Bench.RUN);
            Map<String, io.netwright.tensor.Tensor> gradients = new LinkedHashMap<>();
            run.program()
                    .parameters()
                    .forEach(p -> gradients.put(
                            p.name(),
                            run.tensor(run.program().gradient(p.value()).orElseThrow())));
            ours.step(gradients);
            theirs.zero_grad();
            torch.mse_loss(forward(x, weights), y).backward();
            theirs.step();
        }
        run.parameters().trainable().forEach((name, t) -> {
            var pair = new Side.Pair(name, t.toArray(), Torch.numbers(weights.get(name)));
            Table.backward("optimizer", c.name(), pair.difference());
            assertTrue(pair.difference() <= TOLERANCE, () -> name + ": " + pair.difference());
        });
    }

    private static Tensor forward(Tensor x, Map<String, Tensor> w) {
        Tensor mixed = torch.matmul(x, w.get("mix.weight")).add(w.get("mix.bias"));
        return torch.tanh(torch.matmul(mixed, w.get("it.weight")).add(w.get("it.bias")));
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        for (String type : OptimizerRegistry.STANDARD.types()) {
            if (cases().noneMatch(c -> c.name().equals(type))) {
                Table.none(
                        "optimizer",
                        type,
                        type.equals("Lion") ? "not in PyTorch" : "in Python only: compared by `TorchTrajectoryTest`");
            }
        }
        ScheduleRegistry.STANDARD
                .types()
                .forEach(type -> Table.none("schedule", type, "compared by `TorchScheduleTest`, as Python has it"));
        Table.write();
    }
}
