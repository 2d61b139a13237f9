package io.netwright.lesson;

import io.netwright.program.Program;
import io.netwright.step.Frame;
import io.netwright.step.Stage;
import io.netwright.step.StepRecording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A frame as a lesson names it, so that it is found in whatever was recorded.
public sealed interface FrameRef {

    /// @return its place in the recording; empty where it has no such frame
    Optional<Integer> find(StepRecording recording);

    /// The `which`-th frame, from 1, of a node in a part of the step.
    record OfNode(Stage stage, String node, int which) implements FrameRef {
        @Override
        public Optional<Integer> find(StepRecording recording) {
            List<Frame> own = recording.frames().stream()
                    .filter(f -> f.stage() == stage && f.node().equals(node))
                    .toList();
            return which > own.size()
                    ? Optional.empty()
                    : Optional.of(own.get(which - 1).index());
        }
    }

    /// Where the gradient of a parameter is computed: `dense1.weight`.
    record Gradient(String parameter) implements FrameRef {
        @Override
        public Optional<Integer> find(StepRecording recording) {
            return recording
                    .program()
                    .parameter(parameter)
                    .map(Program.Parameter::value)
                    .flatMap(recording.program()::gradient)
                    .flatMap(recording::maker)
                    .map(Frame::index);
        }
    }

    /// Where a parameter or a state is changed.
    record Update(String kept) implements FrameRef {
        @Override
        public Optional<Integer> find(StepRecording recording) {
            return recording.update(kept).map(Frame::index);
        }
    }

    /// Where the loss is known: the last frame of its part.
    record Loss() implements FrameRef {
        @Override
        public Optional<Integer> find(StepRecording recording) {
            return recording.program().loss().flatMap(recording::maker).map(Frame::index);
        }
    }

    /// Reads `forward dense1`, `backward relu1 2`, `gradient dense1.weight`, `update dense1.weight` or `loss`.
    ///
    /// @return empty where `text` is none of these
    static Optional<FrameRef> parse(String text) {
        String[] words = text.strip().split("\\s+");
        return switch (words[0]) {
            case "loss" -> words.length == 1 ? Optional.of(new Loss()) : Optional.empty();
            case "gradient" -> words.length == 2 ? Optional.of(new Gradient(words[1])) : Optional.empty();
            case "update" -> words.length == 2 ? Optional.of(new Update(words[1])) : Optional.empty();
            case "forward", "backward" -> {
                boolean numbered = words.length == 3 && words[2].matches("[1-9]\\d{0,3}");
                yield words.length == 2 || numbered
                        ? Optional.of(new OfNode(
                                Stage.valueOf(words[0].toUpperCase(Locale.ROOT)),
                                words[1],
                                numbered ? Integer.parseInt(words[2]) : 1))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
