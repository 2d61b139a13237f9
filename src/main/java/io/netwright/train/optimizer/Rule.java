package io.netwright.train.optimizer;

import io.netwright.tensor.Tensor;
import java.util.List;

/// The update rule of an optimizer with its hyper-parameters fixed. Stateless: what it remembers of a parameter from
/// step to step is in tensors of the parameter's shape, its slots, which begin with zeros and belong to the caller.
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

    /// @return what is remembered of each parameter, in the order in which [#update] takes it
    List<Slot> slots();

    /// Takes one step for the elements from `from` (inclusive) to `to` (exclusive) of one parameter. Elements do not
    /// see one another, so parts may be done by several threads with the same result.
    ///
    /// All tensors have one shape and one precision; in float32 the arithmetic is in float32.
    ///
    /// @param rate  the learning rate
    /// @param step  the number of this step, from 1
    /// @param w     the parameter. Modified.
    /// @param g     the derivative of the loss with respect to it. Not modified.
    /// @param slots as many as [#slots]. Modified.
    void update(double rate, long step, Tensor w, Tensor g, Tensor[] slots, int from, int to);

    /// Says what [#update] is about to do to one element: the same arithmetic in the same order, so that in float64 the
    /// numbers are the same to the last bit.
    ///
    /// @param w     the parameter before the step. Nothing is modified.
    /// @param slots as they are before the step
    /// @param i     the element, in row-major order
    Explanation explain(double rate, long step, Tensor w, Tensor g, Tensor[] slots, int i);
}
