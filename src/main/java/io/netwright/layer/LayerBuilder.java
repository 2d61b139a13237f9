package io.netwright.layer;

import io.netwright.op.Graph;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a layer sees while it says what it computes: its properties, what comes in, and a graph to add ops to.
public interface LayerBuilder extends Graph {

    /// @return the value of one of the layer's properties, valid
    <T> T get(Prop<T> prop);

    /// @return what comes in at a port that takes one wire
    Value input(String port);

    /// @return what comes in at a port that takes many wires; at least one, unless the port is optional
    List<Value> inputs(String port);

    /// @return what comes in at an optional port; null where nothing does
    default @Nullable Value optionalInput(String port) {
        List<Value> in = inputs(port);
        return in.isEmpty() ? null : in.getFirst();
    }

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

    /// Says what leaves at a port.
    void output(String port, Value value);

    /// @return the shape of one sample that the data set offers; null where no data set is chosen
    @Nullable
    Shape dataShape();

    /// The network's data: makes the value that a batch is written to.
    ///
    /// @param sample the shape of one sample
    Value data(Shape sample);

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
    ///   probabilities;
    ///     where no data set is chosen, a target that looks like `prediction`
    Value target(Value prediction);

    /// @return whether [#target] gives class indices
    boolean targetIsClassIndex();

    /// Says what a loss layer computed: a scalar that training makes smaller.
    void loss(Value scalar);
}
