package io.netwright.lesson;

import io.netwright.network.PropValue;
import java.util.List;

/// Something that a lesson does to the window. How each is written is in [Directives].
public sealed interface Directive {

    void perform(Director director);

    record View(String key) implements Directive {
        @Override
        public void perform(Director director) {
            director.view(key);
        }
    }

    record Select(String node) implements Directive {
        @Override
        public void perform(Director director) {
            director.select(node);
        }
    }

    record SetProperty(String node, String key, PropValue value) implements Directive {
        @Override
        public void perform(Director director) {
            director.property(node, key, value);
        }
    }

    record SetSetting(String path, PropValue value) implements Directive {
        @Override
        public void perform(Director director) {
            director.setting(path, value);
        }
    }

    record Reset() implements Directive {
        @Override
        public void perform(Director director) {
            director.reset();
        }
    }

    record Train(int count, boolean epochs) implements Directive {
        @Override
        public void perform(Director director) {
            director.train(count, epochs);
        }
    }

    record GoTo(FrameRef frame) implements Directive {
        @Override
        public void perform(Director director) {
            director.frame(frame);
        }
    }

    record Ask(List<Integer> index) implements Directive {
        @Override
        public void perform(Director director) {
            director.element(index);
        }
    }

    record Exercise(boolean on) implements Directive {
        @Override
        public void perform(Director director) {
            director.exercise(on);
        }
    }

    record Answer() implements Directive {
        @Override
        public void perform(Director director) {
            director.answer();
        }
    }

    record Highlight(String what) implements Directive {
        @Override
        public void perform(Director director) {
            director.highlight(what);
        }
    }
}
