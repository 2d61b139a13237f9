package io.netwright.lesson;

import io.netwright.network.PropValue;
import java.util.List;

/// What a lesson's directives can do: to the window, or without one to the [Rehearsal].
///
/// Each call begins something and may return before it is done; whoever performs a lesson waits until everything has
/// come to rest before the next.
public interface Director {

    /// Goes to a view.
    ///
    /// @param key one of [Directives#VIEWS]
    void view(String key);

    /// Selects a node of the design.
    void select(String node);

    /// Sets a property of a node.
    void property(String node, String key, PropValue value);

    /// Sets a setting of the training, such as `batchSize` or `optimizer.learningRate`.
    void setting(String path, PropValue value);

    /// Draws fresh weights.
    void reset();

    /// Trains.
    ///
    /// @param count  how many
    /// @param epochs of epochs, else of single batches
    void train(int count, boolean epochs);

    /// Goes to a frame of the step that comes next.
    void frame(FrameRef frame);

    /// Asks about an element of that frame.
    void element(List<Integer> index);

    /// Hides results until they are answered, or shows them again.
    void exercise(boolean on);

    /// Answers the exercise that stands.
    void answer();

    /// Points at a control or a node, by its id or name.
    void highlight(String what);
}
