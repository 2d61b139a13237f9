package io.netwright.train.optimizer;

import io.netwright.tensor.Tensor;
import java.util.List;

/// The update rule of an optimizer with its hyper-parameters fixed. What it remembers of a parameter from step to step
/// is in tensors of the parameter's shape, its slots, which begin with zeros and belong to the caller.
///
/// The learning rate is handed in at each step, because a person or a schedule may change it.
public interface Rule {

    /// Something remembered of each parameter.
    ///
    /// @param name   in checkpoints, such as `momentum`
    /// @param symbol in formulas, such as `b`
    record Slot(String name, String symbol) {}

    /// @return the learning rate that the optimizer was set to
    double learningRate();

    /// @return what is remembered of each parameter, in the order in which the kernel takes it
    List<Slot> slots();

    /// @return the loop over the elements. Elements do not see one another, so parts may be done by several threads
    ///     with the same result.
    Kernel kernel();

    /// @return what is the same for all elements in one step, in the order in which the kernel takes it
    ///
    /// @param rate the learning rate
    /// @param step the number of this step, from 1
    double[] constants(double rate, long step);

    /// Says what a step is about to do to one element: the same arithmetic in the same order, so that in float64 the
    /// numbers are the same to the last bit. Names all operands, then tells terms; the last is the new value.
    void explain(Explanation.Builder e);

    /// Takes one step for the elements from `from` (inclusive) to `to` (exclusive) of one parameter.
    ///
    /// All tensors have one shape and one precision; in float32 the arithmetic is in float32.
    ///
    /// @param w     the parameter. Modified.
    /// @param g     the derivative of the loss with respect to it. Not modified.
    /// @param slots as many as [#slots]. Modified.
    default void update(double rate, long step, Tensor w, Tensor g, Tensor[] slots, int from, int to) {
        kernel().bind(w, slots).run(constants(rate, step), g, from, to);
    }

    /// @param w     the parameter before the step. Nothing is modified.
    /// @param slots as they are before the step
    /// @param i     the element, in row-major order
    /// @return how [#update] comes to the element's new value
    default Explanation explain(double rate, long step, Tensor w, Tensor g, Tensor[] slots, int i) {
        Explanation.Builder e = telling(rate, step, w, g, slots, i);
        explain(e);
        return e.build();
    }

    /// @return what [#explain(Explanation.Builder)] begins with: the element, its gradient and what is remembered of it
    default Explanation.Builder telling(double rate, long step, Tensor w, Tensor g, Tensor[] slots, int i) {
        var e = new Explanation.Builder(rate, step, w.get(i), g.get(i));
        for (int s = 0; s < slots.length; s++) {
            e.slot(slots().get(s).symbol(), slots[s].get(i));
        }
        return e;
    }
}
