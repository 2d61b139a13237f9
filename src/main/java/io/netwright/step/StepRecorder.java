package io.netwright.step;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.op.MatMul;
import io.netwright.op.Run;
import io.netwright.op.Value;
import io.netwright.op.explain.Operands;
import io.netwright.program.Executor;
import io.netwright.program.Instruction;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.Head;
import io.netwright.train.RepeatedBatch;
import io.netwright.train.optimizer.OptimizerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Runs one training step and keeps everything.
///
/// The step runs on copies: the parameters given stay as they are.
public final class StepRecorder {

    /// What to record.
    ///
    /// @param network    what the program was compiled from, for the layers' own formulas
    /// @param program    compiled for training
    /// @param parameters before the step. Not modified.
    /// @param optimizer  at work on those parameters, as it is before the step. Not modified.
    /// @param features   the batch, first axis = samples. Not modified.
    /// @param targets    of the same number of samples. Not modified.
    /// @param run        seed and step, for ops that draw random numbers
    /// @param precision  what to compute in; float64 shows what is meant rather than how it is rounded
    public record Request(
            Network network,
            Program program,
            Parameters parameters,
            OptimizerState optimizer,
            Tensor features,
            Tensor targets,
            Run run,
            Precision precision) {}

    private final LayerRegistry registry;

    public StepRecorder(LayerRegistry registry) {
        this.registry = registry;
    }

    /// @throws UserException where the recording would take more than [StepSize#LIMIT], or the network has no loss
    public StepRecording record(Request request) {
        return new Recording(request).run();
    }

    /// Copies as many samples as `to` has, from number `first` on.
    private static void copyRows(Tensor from, Tensor to, int first) {
        int begin = first * (from.size() / from.dim(0));
        for (int i = 0; i < to.size(); i++) {
            to.set(i, from.get(begin + i));
        }
    }

    /// One recording under way.
    private final class Recording {
        private final Request request;
        private final Program program;
        private final int batch;
        private final Executor executor;
        private final Names names;
        private final Meaning meaning;
        private final List<Frame> frames = new ArrayList<>();
        private final Map<Integer, Operand.Source> sources = new HashMap<>();

        Recording(Request request) {
            this.request = request;
            this.program = request.program();
            if (program.loss().isEmpty()) {
                throw new UserException(Message.of("step.problem.noLoss"));
            }
            this.batch = request.features().dim(0);
            StepSize.check(program, batch, request.precision());
            Parameters own = request.parameters().copy(request.precision());
            this.executor = new Executor(program, own, batch, true);
            this.names = new Names(program);
            this.meaning = new Meaning(program);
        }

        StepRecording run() {
            executor.batch(batch);
            executor.input().copyFrom(request.features());
            executor.targets(t -> t.copyFrom(request.targets()));
            executor.run(request.run());
            fillSources();
            program.instructions().forEach(this::recordOp);
            recordParameters();
            program.updates().forEach(this::recordState);
            return new StepRecording(
                    program,
                    frames,
                    values(),
                    kept(),
                    formulas(),
                    names,
                    batch,
                    StepSize.bytes(program, batch, request.precision()));
        }

        private void fillSources() {
            program.inputs().forEach(d -> sources.put(d.value().id(), new Operand.Source.OfData(d.node(), false)));
            program.targets().forEach(d -> sources.put(d.value().id(), new Operand.Source.OfData(d.node(), true)));
            program.parameters()
                    .forEach(p -> sources.put(p.value().id(), new Operand.Source.OfParameter(p.name(), p.node())));
            program.states().forEach(s -> sources.put(s.value().id(), new Operand.Source.OfState(s.name(), s.node())));
            program.constants().forEach(c -> sources.put(c.value().id(), new Operand.Source.OfRule()));
        }

        private void recordOp(Instruction i) {
            List<Operand> operands = new ArrayList<>();
            for (int k = 0; k < i.inputs().size(); k++) {
                boolean transposed = i.op() instanceof MatMul m && (k == 0 ? m.transA() : m.transB());
                operands.add(operand(i.inputs().get(k), transposed));
            }
            String name = names.of(i.output());
            frames.add(new OpFrame(
                    frames.size(),
                    i,
                    name,
                    operands,
                    numbers(i.output()),
                    executor.operands(i, request.run()),
                    meaning.of(i, name, names.of(i.inputs()))));
            sources.put(i.output().id(), new Operand.Source.OfFrame(frames.size() - 1, i.node()));
        }

        private Operand operand(Value value, boolean transposed) {
            Numbers numbers = numbers(value);
            Operand.Source source = sources.get(value.id());
            if (source == null) {
                throw new IllegalStateException(value + " is used before it is computed");
            }
            return new Operand(
                    names.of(value), source, transposed ? numbers.transpose() : numbers, OpFrame.isBatched(value));
        }

        private Numbers numbers(Value value) {
            return Numbers.of(executor.tensor(value));
        }

        private void recordParameters() {
            SequencedMap<String, Tensor> gradients = new LinkedHashMap<>();
            for (Program.Parameter p : program.parameters()) {
                program.gradient(p.value()).ifPresent(g -> gradients.put(p.name(), executor.tensor(g)));
            }
            OptimizerState before = request.optimizer().on(executor.parameters());
            before.foresee(gradients);
            if (before.isSearching()) {
                // in memory of its own: what was recorded must stay
                RepeatedBatch again = new RepeatedBatch(
                        new Executor(program, executor.parameters(), batch, false),
                        Head.of(request.network(), program),
                        this::feed,
                        batch,
                        request.run());
                before.search(again.run(), again);
            }
            Parameters moved = executor.parameters().copy(request.precision());
            OptimizerState after = before.on(moved);
            after.step(gradients);
            for (Program.Parameter p : program.parameters()) {
                if (gradients.containsKey(p.name())) {
                    recordParameter(p, moved, before, after);
                }
            }
        }

        private void feed(Executor to, int first, int end) {
            to.batch(end - first);
            copyRows(request.features(), to.input(), first);
            to.targets(t -> copyRows(request.targets(), t, first));
        }

        private void recordParameter(
                Program.Parameter p, Parameters moved, OptimizerState before, OptimizerState after) {
            String name = names.of(p.value());
            List<Operand> operands = new ArrayList<>();
            operands.add(operand(p.value(), false));
            operands.add(operand(program.gradient(p.value()).orElseThrow(), false));
            List<Tensor> remembered = List.copyOf(before.slots(p.name()).values());
            for (int s = 0; s < remembered.size(); s++) {
                operands.add(new Operand(
                        Names.latex(before.rule().slots().get(s).symbol()),
                        new Operand.Source.OfParameter(p.name(), p.node()),
                        Numbers.of(remembered.get(s)),
                        false));
            }
            frames.add(new ParameterFrame(
                    frames.size(),
                    p.node(),
                    p.name(),
                    before.spec().type(),
                    name,
                    operands,
                    Numbers.of(moved.find(p.name()).orElseThrow()),
                    before,
                    after.slots(p.name()).values().stream().map(Numbers::of).toList(),
                    Message.of(
                            "step.meaning.update.parameter",
                            p.name(),
                            before.spec().type())));
        }

        private void recordState(Program.Update update) {
            Program.State state = program.states().stream()
                    .filter(s -> s.value().equals(update.state()))
                    .findFirst()
                    .orElseThrow();
            Operand next = operand(update.next(), false);
            frames.add(new StateFrame(
                    frames.size(),
                    state.node(),
                    state.name(),
                    names.of(state.value()),
                    next,
                    numbers(state.value()),
                    new Operands(
                            List.of(next.numbers().tensor()), next.numbers().tensor(), request.run()),
                    Message.of("step.meaning.update.state", state.name())));
        }

        private Map<Integer, Numbers> values() {
            Map<Integer, Numbers> values = new HashMap<>();
            program.inputs().forEach(d -> values.put(d.value().id(), numbers(d.value())));
            program.targets().forEach(d -> values.put(d.value().id(), numbers(d.value())));
            program.parameters().forEach(p -> values.put(p.value().id(), numbers(p.value())));
            program.states().forEach(s -> values.put(s.value().id(), numbers(s.value())));
            program.constants().forEach(c -> values.put(c.value().id(), numbers(c.value())));
            program.instructions().forEach(i -> values.put(i.output().id(), numbers(i.output())));
            return values;
        }

        private Map<String, Numbers> kept() {
            Map<String, Numbers> kept = new HashMap<>();
            executor.parameters().all().forEach((name, t) -> kept.put(name, Numbers.of(t)));
            return kept;
        }

        private Map<String, String> formulas() {
            Map<String, String> formulas = new HashMap<>();
            request.network().nodes().values().forEach(n -> registry.find(n.type())
                    .ifPresent(l -> formulas.put(n.name(), l.info().formula())));
            return formulas;
        }
    }
}
