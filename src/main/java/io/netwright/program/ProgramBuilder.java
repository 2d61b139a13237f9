package io.netwright.program;

import io.netwright.op.Graph;
import io.netwright.op.Op;
import io.netwright.op.ShapeException;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Collects the ops of a network, node by node, and at the end adds the backward part and drops what nobody needs.
public final class ProgramBuilder implements Graph {

    private final List<Program.Data> inputs = new ArrayList<>();
    private final List<Program.Data> targets = new ArrayList<>();
    private final List<Program.Parameter> parameters = new ArrayList<>();
    private final List<Program.State> states = new ArrayList<>();
    private final List<Program.Constant> constants = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Program.Update> updates = new ArrayList<>();
    private final Map<String, Value> ports = new HashMap<>();
    private final SequencedMap<String, Value> outputs = new LinkedHashMap<>();
    private final SequencedMap<String, Value> losses = new LinkedHashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private int nextId;
    private String node = "";
    private Phase phase = Phase.FORWARD;

    /// Says which node the ops that follow belong to.
    public void at(String newNode, Phase newPhase) {
        this.node = newNode;
        this.phase = newPhase;
    }

    @Override
    public Value apply(String label, Op op, List<Value> operands) {
        Shape shape = op.infer(operands.stream().map(Value::shape).toList());
        Value out = value(label, shape);
        instructions.add(new Instruction(instructions.size(), op, operands, out, node, phase));
        return out;
    }

    private Value value(String label, Shape shape) {
        if (shape.count(1) > Integer.MAX_VALUE) {
            throw new ShapeException(Message.of("core.problem.tooLarge", shape.toString()));
        }
        return new Value(nextId++, shape, label);
    }

    /// @return a value that a batch's features are written to, all of them
    public Value input(String label, Shape shape) {
        return input(label, shape, 0, -1);
    }

    /// @param vocabulary how many tokens there are; 0 for numbers that are no tokens
    /// @param first      see [Program.Data]
    /// @return a value that a batch's features are written to
    public Value input(String label, Shape shape, int vocabulary, int first) {
        Value v = value(label, shape);
        inputs.add(new Program.Data(node, v, vocabulary, first));
        return v;
    }

    /// @param first see [Program.Data]
    /// @return a value that a batch's targets are written to
    public Value target(String label, Shape shape, int first) {
        Value v = value(label, shape);
        targets.add(new Program.Data(node, v, 0, first));
        return v;
    }

    /// @return a trainable value of the node that ops are added for, named after it
    public Value parameter(String name, String label, Shape shape, Initialiser.Fans fans, Initialiser init) {
        return parameter(node + "." + name, node, label, shape, fans, init, false);
    }

    /// @param name  as in files
    /// @param owner the node that it belongs to
    /// @return a value that is trained, unless it is frozen
    public Value parameter(
            String name,
            String owner,
            String label,
            Shape shape,
            Initialiser.Fans fans,
            Initialiser init,
            boolean frozen) {
        Value v = value(label, shape);
        parameters.add(new Program.Parameter(name, owner, v, fans, init, frozen));
        return v;
    }

    /// Says anew what a parameter holds before training and whether it is frozen.
    public void redefine(Value parameter, Initialiser.Fans fans, Initialiser init, boolean frozen) {
        parameters.replaceAll(p -> p.value().equals(parameter)
                ? new Program.Parameter(p.name(), p.node(), p.value(), fans, init, frozen)
                : p);
    }

    /// @param name  as in files
    /// @param owner the node that it belongs to
    /// @return a value kept from step to step
    public Value state(String name, String owner, String label, Shape shape, double initial) {
        Value v = value(label, shape);
        states.add(new Program.State(name, owner, v, initial));
        return v;
    }

    /// @return a value that holds one number
    Value constant(String label, Shape shape, double number) {
        Value v = value(label, shape);
        constants.add(new Program.Constant(v, number));
        return v;
    }

    public void update(Value state, Value next) {
        updates.add(new Program.Update(state, next));
    }

    public void port(String port, Value v) {
        ports.put(port, v);
    }

    /// Names `v` as something that the network predicts.
    public void output(String name, Value v) {
        outputs.put(name, v);
    }

    /// @param weight what it is multiplied by in the sum of all losses
    public void loss(Value scalar, double weight) {
        losses.put(node, scalar);
        weights.put(node, weight);
    }

    /// @return what has been added since instruction `from`
    public List<Instruction> since(int from) {
        return List.copyOf(instructions.subList(from, instructions.size()));
    }

    public int size() {
        return instructions.size();
    }

    List<Instruction> instructions() {
        return instructions;
    }

    List<Program.Parameter> parameters() {
        return parameters;
    }

    /// @param withGradients whether to add the backward part; without a loss there is none
    /// @return the program
    public Program build(boolean withGradients) {
        Optional<Value> total = total();
        Map<Integer, Value> gradients = Map.of();
        if (withGradients && total.isPresent()) {
            gradients = new Backward(this).from(total.get());
        }
        List<Instruction> needed = Needed.of(this, total, gradients, updates, ports, outputs, losses);
        Set<Integer> there = new HashSet<>();
        needed.forEach(i -> there.add(i.output().id()));
        constants.forEach(c -> there.add(c.value().id()));
        Map<Integer, Value> kept = new HashMap<>(gradients);
        kept.values().removeIf(g -> !there.contains(g.id()));
        return new Program(
                nextId,
                inputs,
                targets,
                parameters,
                states,
                constants,
                needed,
                updates,
                ports,
                outputs,
                losses,
                total,
                kept);
    }

    private Optional<Value> total() {
        Value sum = null;
        for (var loss : losses.entrySet()) {
            at(loss.getKey(), Phase.LOSS);
            double weight = weights.getOrDefault(loss.getKey(), 1.0);
            Value part = weight == 1 ? loss.getValue() : affine("wL", loss.getValue(), weight, 0);
            sum = sum == null ? part : add("L", sum, part);
        }
        return Optional.ofNullable(sum);
    }
}
