package io.netwright.train;

import io.netwright.op.Affine;
import io.netwright.op.Binary;
import io.netwright.op.Op;
import io.netwright.op.Reduce;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.tensor.kernel.BinaryFn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Into how many parts a batch is split, one a thread.
///
/// A batch may be split where the loss is the mean over the samples of something that each sample has for itself. Then
/// the loss is the mean of the parts' losses weighted by their sizes, and so is each gradient. Batch-norm in training
/// sees the whole batch; a program with it is not split.
final class Sharding {

    /// A part is not worth a thread with less work than this: handing it over costs some ten microseconds.
    static final long LEAST_FLOPS = 5_000_000;

    /// Nor with less than this for each parameter: its weights come from the core that has changed them, and its
    /// gradients go to the one that adds them up, which takes about a nanosecond a parameter. Measured on two cores:
    /// 784-128-64-10 is not faster in two parts with a batch of 64 (200 operations a parameter and part), but a quarter
    /// faster with 128.
    private static final long LEAST_PER_PARAMETER = 250;

    private Sharding() {}

    /// @param batch   samples of a full batch
    /// @param threads the most parts
    /// @param flops   of one forward pass for one sample
    static int parts(Program training, int batch, int threads, long flops) {
        // backward costs about twice as much as forward
        double work = 3.0 * flops * batch;
        long parameters =
                training.trained().stream().mapToLong(Program.Parameter::size).sum();
        int worthwhile = (int) Math.min(threads, work / (LEAST_FLOPS + LEAST_PER_PARAMETER * parameters));
        int most = Math.min(worthwhile, batch);
        return most > 1 && isMeanOfSamples(training) ? most : 1;
    }

    /// @return whether the loss is the mean over the samples, each of which goes its own way until then
    static boolean isMeanOfSamples(Program program) {
        if (!program.updates().isEmpty()) {
            return false;
        }
        Set<Integer> means = new HashSet<>();
        for (Instruction i : program.instructions()) {
            if (i.phase() == Phase.BACKWARD) {
                break;
            }
            boolean fromMeans = i.inputs().stream().anyMatch(v -> means.contains(v.id()));
            boolean joins = i.inputs().stream().anyMatch(v -> v.shape().isBatched())
                    && !i.output().shape().isBatched();
            if (joins && !isMeanOverBatch(i) || fromMeans && !isLinear(i.op(), i.inputs(), means)) {
                return false;
            }
            if (joins || fromMeans) {
                means.add(i.output().id());
            }
        }
        return program.losses().values().stream().allMatch(v -> means.contains(v.id()));
    }

    private static boolean isMeanOverBatch(Instruction i) {
        return i.phase() == Phase.LOSS
                && i.op() instanceof Reduce(Reduce.Kind kind, List<Integer> axes, int correction)
                && kind == Reduce.Kind.MEAN
                && correction == 0
                && axes.contains(0);
    }

    /// @return whether the mean of results is the result of the means
    private static boolean isLinear(Op op, List<Value> inputs, Set<Integer> means) {
        return switch (op) {
            case Affine(double scale, double shift) -> shift == 0;
            case Binary(BinaryFn fn) ->
                (fn == BinaryFn.ADD || fn == BinaryFn.SUB) && inputs.stream().allMatch(v -> means.contains(v.id()));
            default -> false;
        };
    }
}
