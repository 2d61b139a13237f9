package io.netwright.lesson;

import io.netwright.network.Network;
import io.netwright.network.PropValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What a learner is to bring about. How each is written is in [Directives].
public sealed interface Check {

    /// @throws io.netwright.text.UserException where it asks for something that is not there
    boolean isMet(Situation now);

    /// @return whether [Situation#facts] are asked for, which take time
    default boolean needsFacts() {
        return false;
    }

    /// How the window stands.
    ///
    /// @param view     the key of the view that is shown
    /// @param selected nodes of the design
    /// @param settings the training's, as they stand in a project file
    /// @param frame    the frame that is shown, in the recording of `facts`; -1 where none is
    /// @param answered how many exercises were answered rightly since the step of the lesson began
    /// @param facts    of the training
    record Situation(
            String view,
            Set<String> selected,
            Network network,
            PropValue.Fields settings,
            int frame,
            int answered,
            Supplier<Facts> facts) {

        public Situation {
            selected = Set.copyOf(selected);
        }
    }

    /// @param text as the lesson writes it
    record Compare(String text, Quantity left, String sign, Quantity right) implements Check {
        @Override
        public boolean isMet(Situation now) {
            double a = left.value(now.facts().get());
            double b = right.value(now.facts().get());
            return switch (sign) {
                case "<" -> a < b;
                case ">" -> a > b;
                case "<=" -> a <= b;
                case ">=" -> a >= b;
                default -> Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
            };
        }

        @Override
        public boolean needsFacts() {
            return true;
        }
    }

    record InView(String key) implements Check {
        @Override
        public boolean isMet(Situation now) {
            return now.view().equals(key);
        }
    }

    record Selected(String node) implements Check {
        @Override
        public boolean isMet(Situation now) {
            return now.selected().equals(Set.of(node));
        }
    }

    record PropertyIs(String node, String key, PropValue value) implements Check {
        @Override
        public boolean isMet(Situation now) {
            return now.network()
                    .node(node)
                    .map(n -> n.props().get(key))
                    .filter(v -> same(v, value))
                    .isPresent();
        }
    }

    record SettingIs(String path, PropValue value) implements Check {
        @Override
        public boolean isMet(Situation now) {
            return Settings.get(now.settings(), path)
                    .filter(v -> same(v, value))
                    .isPresent();
        }
    }

    record AtFrame(FrameRef frame) implements Check {
        @Override
        public boolean isMet(Situation now) {
            Optional<Integer> wanted = now.frame() < 0
                    ? Optional.empty()
                    : frame.find(now.facts().get().recording());
            return wanted.filter(w -> w == now.frame()).isPresent();
        }

        @Override
        public boolean needsFacts() {
            return true;
        }
    }

    record Answered(int count) implements Check {
        @Override
        public boolean isMet(Situation now) {
            return now.answered() >= count;
        }
    }

    private static boolean same(PropValue a, PropValue b) {
        return a.equals(b) || number(a) == number(b);
    }

    /// 1 and 1.0 are the same to a person.
    private static double number(PropValue value) {
        return switch (value) {
            case PropValue.Int(long i) -> i;
            case PropValue.Real(double d) -> d;
            default -> Double.NaN;
        };
    }
}
