package io.netwright.ui.lesson;

import io.netwright.lesson.Check;
import io.netwright.lesson.FrameRef;
import io.netwright.text.Message;
import io.netwright.ui.Words;

/// What a check asks for, in words.
final class CheckWords {

    private CheckWords() {}

    static Message of(Check check, Words words) {
        return switch (check) {
            case Check.InView(String key) -> Message.of("lesson.ui.check.view", words.now("ui.view." + key));
            case Check.Selected(String node) -> Message.of("lesson.ui.check.selected", node);
            case Check.PropertyIs(String node, String key, var value) ->
                Message.of("lesson.ui.check.set", node + "." + key);
            case Check.SettingIs(String path, var value) -> Message.of("lesson.ui.check.setting", path);
            case Check.AtFrame(FrameRef frame) -> Message.of("lesson.ui.check.frame", frame(frame));
            case Check.Answered(int count) -> Message.of("lesson.ui.check.answered", count);
            case Check.Compare c -> Message.of("lesson.ui.check.compare", c.text());
        };
    }

    private static Message frame(FrameRef frame) {
        return switch (frame) {
            case FrameRef.OfNode(var stage, String node, int which) ->
                Message.of("lesson.ui.frame." + stage.key(), node);
            case FrameRef.Gradient(String parameter) -> Message.of("lesson.ui.frame.gradient", parameter);
            case FrameRef.Update(String kept) -> Message.of("lesson.ui.frame.update", kept);
            case FrameRef.Loss() -> Message.of("lesson.ui.frame.loss");
        };
    }
}
