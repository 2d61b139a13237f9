package io.netwright.train;

import io.netwright.data.DataSet;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Instruction;
import io.netwright.program.Parameters;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import java.util.Locale;
import java.util.Optional;

/// Finds where in a step the numbers stopped being finite, or became too large to go on with, by running the batch
/// again with every value kept.
final class FirstDiverging {

    private FirstDiverging() {}

    /// @param order the samples of the epoch; the batch is `order[from]` to `order[to - 1]`
    /// @param run   as the step had it
    /// @param epoch from 1
    static Divergence find(
            Program program, Parameters parameters, DataSet data, int[] order, int from, int to, Run run, int epoch) {
        long step = run.step() + 1;
        for (Program.Parameter p : program.parameters()) {
            Tensor t = parameters.find(p.name()).orElse(null);
            double most = t == null ? 0 : Vectors.maxAbs(t, 0, t.size());
            if (!Double.isFinite(most)) {
                Message message = Message.of("train.problem.weightNotFinite", step, p.name(), number(most));
                return new Divergence(epoch, step, p.node(), null, Phase.FORWARD, message);
            }
        }
        Executor executor = new Executor(program, parameters, to - from, true);
        Feed.fill(executor, data, order, from, to);
        executor.run(run);
        Optional<Instruction> found = executor.firstNotFinite();
        if (found.isEmpty()) {
            Optional<Instruction> exploding = executor.firstBeyond(Divergence.MOST);
            if (exploding.isPresent()) {
                return exploding(exploding.get(), executor, epoch, step);
            }
            // The sum over the whole batch is finite where the sum over its parts was not.
            String node = program.losses().firstEntry().getKey();
            return new Divergence(epoch, step, node, null, Phase.LOSS, Message.of("train.problem.notFinite", step));
        }
        Instruction i = found.get();
        Tensor out = executor.tensor(i.output());
        String key =
                switch (i.phase()) {
                    case FORWARD -> "train.problem.outputNotFinite";
                    case LOSS -> "train.problem.lossNotFinite";
                    case BACKWARD -> "train.problem.gradientNotFinite";
                };
        Message message = Message.of(key, step, i.node(), i.op().name(), number(Vectors.maxAbs(out, 0, out.size())));
        return new Divergence(epoch, step, i.node(), i.op().name(), i.phase(), message);
    }

    private static Divergence exploding(Instruction i, Executor executor, int epoch, long step) {
        Tensor out = executor.tensor(i.output());
        Message message = Message.of(
                "train.problem.exploding",
                step,
                i.node(),
                i.op().name(),
                String.format(Locale.ROOT, "%.2g", Vectors.maxAbs(out, 0, out.size())));
        return new Divergence(epoch, step, i.node(), i.op().name(), i.phase(), message);
    }

    private static Message number(double most) {
        return Message.of(Double.isNaN(most) ? "train.number.nan" : "train.number.infinite");
    }
}
