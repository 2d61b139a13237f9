package io.netwright.layer;

import io.netwright.network.Block;
import io.netwright.op.Graph;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a layer sees while it says what it computes: its properties, what comes in, and a graph to add ops to.
public interface LayerBuilder extends Graph, Parts {

    /// @return what comes in at a port that takes one wire
    Value input(String port);

    @Override
    default Shape shape(String port) {
        return input(port).shape();
    }

    /// @return what comes in at a port that takes many wires; at least one, unless the port is optional
    List<Value> inputs(String port);

    /// @return what comes in at an optional port; null where nothing does
    default @Nullable Value optionalInput(String port) {
        List<Value> in = inputs(port);
        return in.isEmpty() ? null : in.getFirst();
    }

    /// Builds a network of layers in the place of this one: what comes in at this node's ports comes in there, and what
    /// leaves there leaves here. Nodes inside are named `<node>.<inner node>`.
    ///
    /// @param parts with ports of the same names as the layer's
    void assemble(Block parts);

    /// Makes something trainable, named `<node>.<name>` in files.
    ///
    /// @param shape fixed
    /// @param fans  for initialisers that scale by them
    /// @param init  what it holds before training
    /// @param prop  the property that chose `init`, to which a wrong number of explicit values is reported
    Value parameter(
            String name, String label, Shape shape, Initialiser.Fans fans, Initialiser init, @Nullable Prop<?> prop);

    /// Makes something that is kept from step to step but not trained, such as batch-norm's running mean.
    Value state(String name, String label, Shape shape, double initial);

    /// Says that `state` holds `next` once the step is done.
    void update(Value state, Value next);

    /// @return whether this is built for training; dropout and batch-norm compute something else otherwise
    boolean training();

    /// @return whether the node's weights stay as they are; what a layer has gathered is then used, not moved
    boolean frozen();

    /// Says what leaves at a port.
    void output(String port, Value value);

    /// @return the shape of one sample that the data set offers; null where no data set is chosen
    @Nullable
    Shape dataShape();

    /// The network's data: makes the value that a batch is written to.
    ///
    /// @param sample the shape of one sample
    default Value data(Shape sample) {
        return data(sample, -1);
    }

    /// A part of the network's data.
    ///
    /// @param sample the shape of one sample here
    /// @param first  the place, in a sample's numbers in row-major order, of the first one that comes in here; -1 for
    ///               all
    Value data(Shape sample, int first);

    /// @return how many different tokens the data set's samples are made of; 0 where they are no tokens, or no data
    ///   set is chosen
    int dataVocabulary();

    /// As [#data], where each number is a token.
    ///
    /// @param vocabulary tokens are from 0 to `vocabulary - 1`
    Value tokens(Shape sample, int vocabulary);

    /// What a loss compares with.
    ///
    /// @return the data set's target, whatever its shape: `(N)` for class indices, `(N, k)` for numbers or
    ///   probabilities; the part of it that the node asks for by [CommonProps#FIRST_TARGET]; where no data set is
    ///   chosen, a target that looks like `prediction`
    Value target(Value prediction);

    /// @return whether [#target] gives class indices
    boolean targetIsClassIndex();

    /// Says what a loss layer computed: a scalar that training makes smaller.
    void loss(Value scalar);
}
