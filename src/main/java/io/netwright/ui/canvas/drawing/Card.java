package io.netwright.ui.canvas.drawing;

import io.netwright.network.Port;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A node as the canvas shows it.
///
/// @param name     the node's name
/// @param type     the layer's type
/// @param family   the key of the layer's family, such as `convolution`
/// @param title    the bold word: the type, or the name where a person chose it
/// @param tag      the faint word at the right: the name where the title is the type; may be empty
/// @param summary  one line about the settings, such as `16 · 3×3 · same`
/// @param bounds   without the halves of the ports that stick out
/// @param inputs   from top to bottom
/// @param outputs  from top to bottom
/// @param problems errors first
/// @param spoken   the whole card in words, for a screen reader
public record Card(
        String name,
        String type,
        String family,
        String title,
        String tag,
        String summary,
        Rect bounds,
        List<Spot> inputs,
        List<Spot> outputs,
        List<Problem> problems,
        String spoken) {

    public Card {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        problems = List.copyOf(problems);
    }

    /// A port on the card's edge.
    ///
    /// @param at       its middle
    /// @param label    shown where a side has several ports; else empty
    /// @param variadic whether an input takes many wires
    /// @param known    whether the layer has this port; a wire can end at one that it has not
    public record Spot(Port port, Point at, String label, boolean output, boolean variadic, boolean known) {}

    /// Something wrong with the node, in words.
    public record Problem(boolean error, String text) {}

    /// @return the port of that name on that side
    public Optional<Spot> spot(Port port, boolean output) {
        return (output ? outputs : inputs)
                .stream().filter(s -> s.port().equals(port)).findFirst();
    }

    /// @return inputs and outputs
    public Stream<Spot> spots() {
        return Stream.concat(inputs.stream(), outputs.stream());
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::error);
    }

    /// @return where the problem's words stand below the rest
    public double problemTop() {
        return bounds.height()
                - CardMetrics.problemLines(problems.getFirst().text()) * CardMetrics.PROBLEM_LINE
                - CardMetrics.PROBLEM_PADDING;
    }
}
