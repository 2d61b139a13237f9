package io.netwright.program;

import io.netwright.op.Op;
import io.netwright.op.Run;
import io.netwright.op.Value;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs a program on batches. It owns the memory of all intermediate values, laid out once; a warm run allocates
/// nothing.
///
/// Not thread-safe: one executor, one thread. Several executors may share one [Parameters] as long as they only read
/// it.
public final class Executor {

    private final Program program;
    private final Parameters parameters;
    private final int capacity;
    private final @Nullable Tensor[] tensors;
    private final Tensor[][] operands;
    private final Tensor[] results;
    /// Whether an instruction has nothing to do, since its result is its operand under other sizes.
    private final boolean[] shared;
    private final List<Value> batched;
    private int batch;

    /// @param capacity the largest batch it will be asked to run
    /// @param keep     whether every value is still there after a run, for stepping and statistics; otherwise values
    ///                 that are never alive at the same time share memory, and only results remain
    public Executor(Program program, Parameters parameters, int capacity, boolean keep) {
        this.program = program;
        this.parameters = parameters;
        this.capacity = capacity;
        this.batch = capacity;
        this.tensors = new Tensor[program.valueCount()];
        program.parameters().forEach(p -> bind(p.value(), p.name()));
        program.states().forEach(s -> bind(s.value(), s.name()));
        Precision precision = parameters.precision();
        MemoryPlan memory = new MemoryPlan(program, capacity, keep);
        memory.allocate(precision, tensors);
        for (Program.Constant c : program.constants()) {
            tensor(c.value()).fill(c.number());
        }
        this.operands = program.instructions().stream()
                .map(i -> i.inputs().stream().map(this::tensor).toArray(Tensor[]::new))
                .toArray(Tensor[][]::new);
        this.results =
                program.instructions().stream().map(i -> tensor(i.output())).toArray(Tensor[]::new);
        this.shared = new boolean[results.length];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = memory.isShared(program.instructions().get(i));
        }
        List<Value> growing = new ArrayList<>();
        Stream.concat(
                        Stream.concat(program.inputs().stream(), program.targets().stream())
                                .map(Program.Data::value),
                        program.instructions().stream().map(Instruction::output))
                .filter(v -> v.shape().isBatched())
                .forEach(growing::add);
        this.batched = List.copyOf(growing);
    }

    private void bind(Value value, String name) {
        Tensor t = parameters.find(name).orElseThrow(() -> new IllegalArgumentException("no parameter " + name));
        if (!Arrays.equals(t.dims(), value.shape().at(1))) {
            throw new IllegalArgumentException(name + " is " + Arrays.toString(t.dims()) + ", not " + value.shape());
        }
        tensors[value.id()] = t;
    }

    public Program program() {
        return program;
    }

    public Parameters parameters() {
        return parameters;
    }

    /// @return the batch size of the next run
    public int batch() {
        return batch;
    }

    /// Sets the batch size; what batched values hold is arbitrary afterwards.
    ///
    /// @param n from 1 to the capacity
    public void batch(int n) {
        if (n < 1 || n > capacity) {
            throw new IllegalArgumentException("a batch of " + n + ", capacity " + capacity);
        }
        if (n != batch) {
            batch = n;
            for (Value v : batched) {
                tensor(v).resize(v.shape().at(n));
            }
        }
    }

    /// @return the live tensor of a value. Without `keep` it holds that value only while nothing else uses its memory.
    public Tensor tensor(Value value) {
        Tensor t = tensors[value.id()];
        if (t == null) {
            throw new IllegalArgumentException("the program does not compute " + value);
        }
        return t;
    }

    /// @return the tensor that a batch's features are written to, for the network's only or first input
    public Tensor input() {
        return tensor(program.inputs().getFirst().value());
    }

    /// Writes a batch's targets to every loss's target.
    public void targets(java.util.function.Consumer<Tensor> writer) {
        program.targets().forEach(t -> writer.accept(tensor(t.value())));
    }

    /// Runs everything once: forward, loss and backward as far as the program has them. States are not updated yet.
    public void run(Run run) {
        run(run, 0, program.instructions().size());
    }

    /// Runs the instructions from place `from` (inclusive) to `to` (exclusive) in the program's list.
    public void run(Run run, int from, int to) {
        List<Instruction> list = program.instructions();
        Run plain = Run.of(run.seed(), run.step(), run.firstSample());
        for (int i = from; i < to; i++) {
            Instruction instruction = list.get(i);
            Op op = instruction.op();
            if (!shared[i]) {
                op.run(operands[i], results[i], op.draws() ? run.at(instruction.index()) : plain);
            }
        }
    }

    /// Lets the states take over what the last run computed for them.
    public void updateStates() {
        for (Program.Update u : program.updates()) {
            tensor(u.state()).copyFrom(tensor(u.next()));
        }
    }

    /// @return the loss of the last run
    public double loss() {
        return tensor(program.loss().orElseThrow()).get(0);
    }

    /// @return the operands and output of an instruction as the last run left them; right only with `keep`
    public Operands operands(Instruction instruction, Run run) {
        return new Operands(
                instruction.inputs().stream().map(this::tensor).toList(),
                tensor(instruction.output()),
                run.at(instruction.index()));
    }

    /// @return the first instruction whose output holds a number that is not finite; right only with `keep`
    public Optional<Instruction> firstNotFinite() {
        return firstBeyond(Double.MAX_VALUE);
    }

    /// @return the first instruction whose output holds a number that is none, or larger than `most`; right only with
    ///   `keep`
    public Optional<Instruction> firstBeyond(double most) {
        return program.instructions().stream()
                .filter(i -> !isWithin(tensor(i.output()), most))
                .findFirst();
    }

    private static boolean isWithin(Tensor t, double most) {
        for (int i = 0; i < t.size(); i++) {
            if (!(Math.abs(t.get(i)) <= most)) {
                return false;
            }
        }
        return true;
    }
}
