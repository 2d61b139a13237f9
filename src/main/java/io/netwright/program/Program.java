package io.netwright.program;

import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A network as a straight line of ops in single-assignment form, for any batch size.
///
/// Immutable, and free of numbers: those are in [Parameters] and in an [Executor].
///
/// @param valueCount   ids of values are below this
/// @param inputs       what a batch's features are written to
/// @param targets      what a batch's targets are written to, one for each loss
/// @param parameters   in the order of the nodes
/// @param states       in the order of the nodes
/// @param constants    values that hold one number throughout
/// @param instructions in an order in which they can run; forward, loss, backward
/// @param updates      which states take over which values once a step is done
/// @param ports        what leaves at each output port, by `node.port`
/// @param outputs      what the network predicts: what goes into a loss, or leaves at a port that nothing takes
/// @param losses       by loss node, as they are before they are weighted; empty for a network without a loss
/// @param loss         the weighted sum of all losses
/// @param gradients    by id of a value, the value that holds the loss's derivative with respect to it; empty where the
///                     program has no backward part
public record Program(
        int valueCount,
        List<Data> inputs,
        List<Data> targets,
        List<Parameter> parameters,
        List<State> states,
        List<Constant> constants,
        List<Instruction> instructions,
        List<Update> updates,
        Map<String, Value> ports,
        SequencedMap<String, Value> outputs,
        SequencedMap<String, Value> losses,
        Optional<Value> loss,
        Map<Integer, Value> gradients) {

    /// A value that is written from outside before a run.
    ///
    /// @param vocabulary where its numbers are tokens, from 0 to `vocabulary - 1`; 0 where they are no tokens
    /// @param first      the place, among the numbers of one sample, of the first that is written here: as many follow
    ///                   as the value has for a sample. -1: all of them
    public record Data(String node, Value value, int vocabulary, int first) {}

    /// Something trainable.
    ///
    /// @param name   as in files: node, dot, parameter
    /// @param node   the node that it belongs to; others may use it too
    /// @param frozen whether it stays as it is. It then has no gradient
    public record Parameter(
            String name, String node, Value value, Initialiser.Fans fans, Initialiser init, boolean frozen) {
        public int size() {
            return value.shape().elementsPerSample();
        }
    }

    /// Something kept from step to step but not trained.
    public record State(String name, String node, Value value, double initial) {}

    /// A value whose elements are all one number.
    public record Constant(Value value, double number) {}

    /// After a step, `state` takes over `next`.
    public record Update(Value state, Value next) {}

    public Program {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        parameters = List.copyOf(parameters);
        states = List.copyOf(states);
        constants = List.copyOf(constants);
        instructions = List.copyOf(instructions);
        updates = List.copyOf(updates);
        ports = Map.copyOf(ports);
        gradients = Map.copyOf(gradients);
    }

    /// @return the value that holds the loss's derivative with respect to `value`, if the program computes it
    public Optional<Value> gradient(Value value) {
        return Optional.ofNullable(gradients.get(value.id()));
    }

    /// @return the parameter of that name, if there is one
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /// @return the parameters that training changes, in the order in which [Parameters#trainable] has them
    public List<Parameter> trained() {
        return parameters.stream().filter(p -> !p.frozen()).toList();
    }

    /// @return the instructions of one phase
    public List<Instruction> in(Phase phase) {
        return instructions.stream().filter(i -> i.phase() == phase).toList();
    }
}
