package io.netwright.train;

import io.netwright.data.Part;
import io.netwright.program.Footprint;
import io.netwright.program.Program;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.optimizer.OptimizerRegistry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The memory of a training step: what its executors hold, the weights, and what the optimizer remembers. Known before
/// anything is taken, so that a network that does not fit is refused in words.
///
/// @param bytes   all of it
/// @param largest the largest tensors
/// @param batch   samples in a full batch
/// @param beyond  whether some tensor has more numbers than one can have
record StepMemory(long bytes, List<Footprint.Piece> largest, int batch, int numberBytes, boolean beyond) {

    private static final int MEGABYTE = 1 << 20;

    static StepMemory of(TrainingPlan plan) {
        TrainingSpec spec = plan.spec();
        int batch = Math.min(spec.batchSize(), plan.data().split().size(Part.TRAIN));
        int parts = Sharding.parts(plan.training(), batch, spec.threads(), plan.flops());
        Footprint step = Footprint.of(plan.training(), Math.ceilDiv(batch, parts), false);
        long numbers = parts * step.numbers();
        if (plan.data().split().size(Part.VALIDATION) > 0) {
            int samples = Math.min(Evaluator.BATCH, plan.data().prepared().size());
            numbers += Footprint.of(plan.evaluation(), samples, false).numbers();
        }
        long weights = plan.training().trained().stream()
                .mapToLong(Program.Parameter::size)
                .sum();
        int slots = OptimizerRegistry.STANDARD
                .find(spec.optimizer().type())
                .map(o -> o.rule(spec.optimizer()).slots().size())
                .orElse(0);
        int averages = spec.update().emaDecay() == 0 ? 0 : 1;
        numbers += weights * (1 + slots + averages);
        int each = spec.precision().bytes();
        return new StepMemory(numbers * each, step.largest(), Math.ceilDiv(batch, parts), each, step.isBeyondTensors());
    }

    /// @param available bytes
    /// @throws UserException with the number and the largest tensors, where more is needed
    void requireFits(long available) {
        if (bytes > available || beyond) {
            String most = largest.stream().map(this::text).collect(Collectors.joining(", "));
            throw new UserException(Message.of("train.problem.tooLarge", bytes / MEGABYTE, available / MEGABYTE, most));
        }
    }

    private String text(Footprint.Piece piece) {
        String sizes =
                IntStream.of(piece.shape().at(batch)).mapToObj(String::valueOf).collect(Collectors.joining(" \u00d7 "));
        return piece.node() + " (" + sizes + ", " + piece.numbers() * numberBytes / MEGABYTE + " MB)";
    }

    /// @return bytes that can still be taken
    static long available() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    /// As [#requireFits(long)] with what there is; garbage counts as free.
    void requireFits() {
        if (bytes > available()) {
            // only now: what is no longer used is not told apart from what is before it has been collected
            System.gc();
        }
        requireFits(available());
    }
}
