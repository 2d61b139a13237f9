package io.netwright.step;

/// A frame in which something that outlives the step took over a new value.
public sealed interface UpdateFrame extends Frame permits ParameterFrame, StateFrame {

    /// @return the name of what was changed, such as `dense1.weight`
    String kept();

    /// @return what it held before; [#output] is what it holds after
    Numbers before();

    @Override
    default boolean isBatched() {
        return false;
    }

    @Override
    default Stage stage() {
        return Stage.UPDATE;
    }
}
