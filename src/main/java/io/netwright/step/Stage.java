package io.netwright.step;

import io.netwright.program.Phase;
import java.util.Locale;

/// The parts of a training step, in order.
public enum Stage {
    FORWARD,
    LOSS,
    BACKWARD,
    UPDATE;

    static Stage of(Phase phase) {
        return switch (phase) {
            case FORWARD -> FORWARD;
            case LOSS -> LOSS;
            case BACKWARD -> BACKWARD;
        };
    }

    /// @return its name in keys and in JSON, such as `forward`
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
