package io.netwright.train;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.loss.Bce;
import io.netwright.layer.loss.BceWithLogits;
import io.netwright.layer.loss.CosineEmbedding;
import io.netwright.layer.loss.Dice;
import io.netwright.layer.loss.Focal;
import io.netwright.layer.loss.Hinge;
import io.netwright.network.Network;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import io.netwright.train.metric.Metric;
import io.netwright.train.metric.MetricRegistry;
import io.netwright.train.metric.Task;
import io.netwright.train.schedule.Pace;
import java.util.List;
import java.util.Optional;

/// A network, data and settings that fit together: all that is needed to train, and known to make sense. Immutable,
/// made off the FX thread, shared between runs.
///
/// @param spec           how to train
/// @param data           what on
/// @param training       forward, loss and backward
/// @param trainingHead   where it is judged
/// @param evaluation     forward and loss of the finished network; its parameters and states have the same names
/// @param evaluationHead where it is judged
/// @param task           how predictions are compared with targets
/// @param metrics        those of the settings that mean anything here
/// @param flops          floating-point operations of one forward pass for one sample
public record TrainingPlan(
        TrainingSpec spec,
        LoadedData data,
        Program training,
        Head trainingHead,
        Program evaluation,
        Head evaluationHead,
        Task task,
        List<Metric> metrics,
        long flops) {

    public TrainingPlan {
        metrics = List.copyOf(metrics);
    }

    /// Makes a plan, or says why there is none.
    ///
    /// @throws UserException where the settings make no sense, the network does not compile with this data or has no
    ///                       loss, there is nothing to train on, or a step needs more memory than there is
    public static TrainingPlan of(Network network, LayerRegistry registry, LoadedData data, TrainingSpec spec) {
        // a file's settings were judged when it was read; those of a panel or a command line are judged here
        TrainingSpec.decode(spec.encode(), new Where("", "training"));
        if (data.split().size(Part.TRAIN) == 0) {
            throw new UserException(Message.of("train.problem.noSamples"));
        }
        DataSignature signature = DataSignatures.of(data.prepared());
        Compiler compiler = new Compiler(registry);
        Compilation training = compiler.compile(network, signature, Compiler.Mode.TRAINING);
        Program program = requireProgram(training);
        Program evaluation = requireProgram(compiler.compile(network, signature, Compiler.Mode.EVALUATION));
        if (program.losses().isEmpty()) {
            throw new UserException(Message.of("train.problem.noLoss"));
        }
        if (program.parameters().stream().allMatch(Program.Parameter::frozen)) {
            throw new UserException(Message.of("train.problem.noParameters"));
        }
        String loss = program.losses().firstEntry().getKey();
        Compilation.Head judged = training.heads().stream()
                .filter(h -> h.loss().equals(loss))
                .findFirst()
                .orElseThrow();
        String port = judged.prediction().toString();
        Head head = Head.of(program, loss, port);
        Task task = task(registry, judged.type(), head, signature);
        TrainingPlan plan = new TrainingPlan(
                spec,
                data,
                program,
                head,
                evaluation,
                Head.of(evaluation, loss, port),
                task,
                metrics(spec, head, task),
                training.flops());
        StepMemory.of(plan).requireFits();
        return plan;
    }

    static Program requireProgram(Compilation compilation) {
        Optional<Program> program = compilation.program();
        if (program.isEmpty()) {
            Diagnostic first = compilation.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .findFirst()
                    .orElseThrow();
            String place = first.place();
            throw new UserException(
                    place.isEmpty() ? first.message() : Message.of("train.problem.network", place, first.message()));
        }
        return program.get();
    }

    /// What goes into a loss may be no prediction of the target, such as a vector that is only to be like another one.
    private static List<Metric> metrics(TrainingSpec spec, Head head, Task task) {
        Shape prediction = head.prediction().shape();
        long scores = task == Task.CLASS_INDEX ? Math.max(1, prediction.size(-1)) : 1;
        boolean comparable =
                prediction.elementsPerSample() == scores * head.target().shape().elementsPerSample();
        return comparable ? MetricRegistry.STANDARD.fitting(spec.metrics(), task) : List.of();
    }

    private static Task task(LayerRegistry registry, String type, Head head, DataSignature data) {
        Layer loss = registry.find(type).orElseThrow();
        boolean one = head.prediction().shape().size(-1) == 1;
        if (loss instanceof BceWithLogits || one && (loss instanceof Focal || loss instanceof Hinge)) {
            return Task.BINARY_LOGITS;
        }
        boolean answers = loss instanceof Bce || loss instanceof CosineEmbedding || one && loss instanceof Dice;
        if (data.classIndices() && !answers) {
            return Task.CLASS_INDEX;
        }
        return data.classes() > 0 && !answers ? Task.CLASS_PROBABILITIES : Task.VALUES;
    }

    /// @return the network's numbers before training, as the settings' precision has them
    public Parameters initial(long seed) {
        return Parameters.initial(training, spec.precision(), seed);
    }

    /// @return the schedule of a run from the beginning
    public Pace pace() {
        return new Pace(spec.schedule(), batchesPerEpoch(), spec.epochs());
    }

    /// @return the steps of an epoch
    public int batchesPerEpoch() {
        return Math.ceilDiv(data.split().size(Part.TRAIN), spec.batchSize());
    }

    /// @return this plan with other settings
    /// @throws UserException where they make no sense, or a step needs more memory than there is
    public TrainingPlan with(TrainingSpec newSpec) {
        TrainingSpec.decode(newSpec.encode(), new Where("", "training"));
        TrainingPlan plan = new TrainingPlan(
                newSpec,
                data,
                training,
                trainingHead,
                evaluation,
                evaluationHead,
                task,
                metrics(newSpec, trainingHead, task),
                flops);
        StepMemory.of(plan).requireFits();
        return plan;
    }

    /// @return what a training step takes, in bytes: what its executors hold, the weights, and what the optimizer
    ///     remembers
    public long stepBytes() {
        return StepMemory.of(this).bytes();
    }
}
