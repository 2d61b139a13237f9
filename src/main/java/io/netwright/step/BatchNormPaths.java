package io.netwright.step;

import io.netwright.op.Binary;
import io.netwright.op.Broadcast;
import io.netwright.op.Reduce;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The ways that the gradient takes back through a normalisation by the statistics of its batch (Ioffe and Szegedy,
/// ICML 2015): directly, and through the variance and the mean, in which each number of the batch had a share.
///
/// Recognised by what the node computed, whatever the layer is called.
///
/// @param paths   directly, through the variance, through the mean
/// @param formula all of it in one line, in LaTeX
public record BatchNormPaths(List<Path> paths, String formula) {

    public enum Way {
        DIRECT,
        VARIANCE,
        MEAN
    }

    /// @param frames the places of its frames, in order; the last one computes what came along this way
    public record Path(Way way, List<Integer> frames) {
        public Path {
            frames = List.copyOf(frames);
        }

        public int last() {
            return frames.getLast();
        }
    }

    public BatchNormPaths {
        paths = List.copyOf(paths);
    }

    /// @return the ways through `node`; empty where it does not normalise by its batch, or nothing goes back through it
    public static Optional<BatchNormPaths> of(StepRecording recording, String node) {
        return Optional.ofNullable(new Search(recording, node).found());
    }

    /// Looks for the parts in what one node computed.
    private static final class Search {

        private final StepRecording recording;
        private final List<Instruction> own;
        private final Map<Integer, Instruction> makers = new HashMap<>();

        Search(StepRecording recording, String node) {
            this.recording = recording;
            this.own = recording.program().instructions().stream()
                    .filter(i -> i.node().equals(node))
                    .toList();
            own.forEach(i -> makers.put(i.output().id(), i));
        }

        @Nullable
        BatchNormPaths found() {
            Instruction square = forward(i -> i.op() instanceof Unary u && u.fn() == UnaryFn.SQUARE);
            if (square == null) {
                return null;
            }
            Value centred = square.inputs().getFirst();
            Instruction variance = forward(i -> isMean(i) && i.inputs().contains(square.output()));
            Instruction mean = forward(i -> isMean(i) && !i.inputs().contains(square.output()));
            Instruction normal =
                    forward(i -> is(i, BinaryFn.MUL) && i.inputs().getFirst().equals(centred));
            if (variance == null || mean == null || normal == null) {
                return null;
            }
            Value scale = normal.inputs().getLast();
            Value back = gradient(normal.output());
            Value backCentred = gradient(centred);
            Value backMean = gradient(mean.output());
            Instruction sum = backCentred == null ? null : makers.get(backCentred.id());
            if (back == null || backMean == null || sum == null || !is(sum, BinaryFn.ADD)) {
                return null;
            }
            Instruction share = own.stream()
                    .filter(i -> i.op() instanceof Broadcast b && b.divide() && dependsOn(i, backMean))
                    .filter(i -> !dependsOn(sum, i.output()))
                    .findFirst()
                    .orElse(null);
            Instruction direct = part(sum, i -> i.inputs().contains(scale));
            Instruction spread = part(sum, i -> !i.inputs().contains(scale));
            if (share == null || direct == null || spread == null) {
                return null;
            }
            return new BatchNormPaths(
                    List.of(
                            new Path(Way.DIRECT, between(back, direct)),
                            new Path(Way.VARIANCE, between(back, spread)),
                            new Path(Way.MEAN, between(sum.output(), share))),
                    formula(back, normal.output(), scale));
        }

        /// The closed form: what the batch's mean and its spread would undo is taken away.
        private String formula(Value back, Value normal, Value scale) {
            String d = recording.name(back);
            String x = recording.name(normal);
            String mean = "\\operatorname{mean}(";
            return Names.factor(recording.name(scale)) + " \\odot (" + d + " - " + Names.factor(x) + " \\odot " + mean
                    + Names.factor(x) + " \\odot " + Names.factor(d) + ") - " + mean + d + "))";
        }

        private @Nullable Instruction forward(Predicate<Instruction> which) {
            return own.stream()
                    .filter(i -> i.phase() == Phase.FORWARD)
                    .filter(which)
                    .findFirst()
                    .orElse(null);
        }

        private static boolean is(Instruction i, BinaryFn fn) {
            return i.op() instanceof Binary b && b.fn() == fn;
        }

        /// @return whether it takes a mean over the samples, not one that corrects for their number
        private static boolean isMean(Instruction i) {
            return i.op() instanceof Reduce r
                    && r.kind() == Reduce.Kind.MEAN
                    && r.correction() == 0
                    && r.axes().contains(0);
        }

        private @Nullable Value gradient(Value value) {
            return recording.program().gradient(value).orElse(null);
        }

        private @Nullable Instruction part(Instruction sum, Predicate<Instruction> which) {
            return sum.inputs().stream()
                    .map(v -> makers.get(v.id()))
                    .filter(m -> m != null && which.test(m))
                    .findFirst()
                    .orElse(null);
        }

        private boolean dependsOn(Instruction i, Value value) {
            return collect(i, value, new TreeSet<>());
        }

        private List<Integer> between(Value from, Instruction to) {
            TreeSet<Integer> frames = new TreeSet<>();
            collect(to, from, frames);
            return new ArrayList<>(frames);
        }

        /// Adds the frames on the way from `value` to `i`, its maker's not among them.
        private boolean collect(Instruction i, Value value, TreeSet<Integer> frames) {
            boolean leads = false;
            for (Value in : i.inputs()) {
                Instruction maker = makers.get(in.id());
                leads |= in.equals(value)
                        || maker != null && maker.phase() == Phase.BACKWARD && collect(maker, value, frames);
            }
            if (leads) {
                recording.maker(i.output()).ifPresent(f -> frames.add(f.index()));
            }
            return leads;
        }
    }
}
