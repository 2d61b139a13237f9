package io.netwright.bench;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.data.DataSource;
import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.data.Scaling;
import io.netwright.data.SplitSpec;
import io.netwright.data.load.DataLoader;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.train.Head;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import io.netwright.train.metric.Task;
import io.netwright.train.optimizer.OptimizerSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// One network, its optimizer and its data. Everybody who takes part gets its weights and its batches from here.
///
/// @param name      as on the command line
/// @param optimizer `SGD` or `Adam`
/// @param sample    the shape of one sample
/// @param steps     targets of one sample: 1, or one for each token
/// @param classes   how many classes, or tokens, a target is one of
/// @param tokens    whether samples are made of tokens
public record BenchCase(
        String name,
        Network network,
        String optimizer,
        int batch,
        Shape sample,
        int steps,
        int classes,
        boolean tokens) {

    public static final double SGD_RATE = 0.01;
    public static final double ADAM_RATE = 0.001;

    /// Different batches, which are gone through again and again.
    public static final int BATCHES = 4;

    private static final long SEED = 1;

    public static List<BenchCase> all() {
        Shape digit = Shape.of(784);
        return List.of(
                new BenchCase("spiral", BenchNetworks.spiral(), "SGD", 64, Shape.of(2), 1, 2, false),
                new BenchCase("mnist-mlp-sgd", BenchNetworks.mnistMlp(), "SGD", 64, digit, 1, 10, false),
                new BenchCase("mnist-mlp-adam", BenchNetworks.mnistMlp(), "Adam", 64, digit, 1, 10, false),
                new BenchCase("lenet5", BenchNetworks.lenet5(), "Adam", 64, Shape.of(1, 28, 28), 1, 10, false),
                new BenchCase("tiny-gpt", BenchNetworks.tinyGpt(), "Adam", 16, Shape.of(64), 64, 65, true),
                new BenchCase("lstm", BenchNetworks.lstm(), "Adam", 32, Shape.of(50, 32), 1, 10, false));
    }

    /// @throws IllegalArgumentException where there is none of that name
    public static BenchCase of(String name) {
        return all().stream()
                .filter(c -> c.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no network " + name));
    }

    /// @return the samples of all batches, one after the other
    public float[] features() {
        Random random = new Random(SEED);
        float[] x = new float[BATCHES * batch * sample.elementsPerSample()];
        for (int i = 0; i < x.length; i++) {
            x[i] = tokens ? random.nextInt(classes) : random.nextFloat() - 0.5f;
        }
        return x;
    }

    /// @return the targets of all batches, one after the other
    public int[] targets() {
        return new Random(SEED + 1)
                .ints((long) BATCHES * batch * steps, 0, classes)
                .toArray();
    }

    /// @return how Netwright trains it
    public TrainingPlan plan(int threads) {
        TrainingSpec spec = TrainingSpec.DEFAULT
                .withOptimizer(OptimizerSpec.of(optimizer))
                .withBatchSize(batch)
                .withPrecision(Precision.FLOAT32)
                .withThreads(threads)
                .withShuffle(false)
                .withMetrics(List.of());
        Shape target = steps == 1 ? Shape.SCALAR : Shape.of(steps);
        DataSignature signature = new DataSignature(sample, target, true, classes, tokens ? classes : 0);
        Compiler compiler = new Compiler(LayerRegistry.STANDARD);
        Compilation training = compiler.compile(network, signature, Compiler.Mode.TRAINING);
        Program program = program(training);
        Program evaluation = program(compiler.compile(network, signature, Compiler.Mode.EVALUATION));
        return new TrainingPlan(
                spec,
                data(),
                program,
                head(program),
                evaluation,
                head(evaluation),
                steps == 1 ? Task.CLASS_INDEX : Task.VALUES,
                List.of(),
                training.flops());
    }

    private static Program program(Compilation c) {
        return c.program()
                .orElseThrow(() -> new IllegalStateException(c.diagnostics().toString()));
    }

    private static Head head(Program p) {
        Program.Data target = p.targets().getFirst();
        return new Head(target.node(), p.outputs().firstEntry().getValue(), target.value());
    }

    private LoadedData data() {
        DataSource.Inline source = new DataSource.Inline(
                rows(boxed(features()), sample.elementsPerSample()),
                rows(Arrays.stream(targets()).mapToObj(t -> (double) t).toList(), steps),
                steps == 1 ? InlineTarget.CLASSES : InlineTarget.VALUES);
        return DataLoader.load(
                DataSpec.of(source).withSplit(SplitSpec.ALL_TRAIN).withScaling(Scaling.NONE), Path.of("."));
    }

    private static List<Double> boxed(float[] x) {
        List<Double> all = new ArrayList<>(x.length);
        for (float each : x) {
            all.add((double) each);
        }
        return all;
    }

    private static List<List<Double>> rows(List<Double> all, int width) {
        return Stream.iterate(0, from -> from < all.size(), from -> from + width)
                .map(from -> all.subList(from, from + width))
                .toList();
    }
}
