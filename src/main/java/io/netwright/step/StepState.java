package io.netwright.step;

import io.netwright.op.Value;
import io.netwright.program.Program;
import java.util.Optional;
import java.util.TreeMap;

/// What is known at one moment of a recorded step. What has not been computed yet is absent, not zero.
public final class StepState {

    private final StepRecording recording;
    private final int frame;

    StepState(StepRecording recording, int frame) {
        this.recording = recording;
        this.frame = frame;
    }

    /// @return the place of the last frame that has happened; -1 for the moment before the first
    public int frame() {
        return frame;
    }

    /// @return what `value` holds now; empty where it is not computed yet. Parameters and states are asked by name.
    public Optional<Numbers> value(Value value) {
        boolean known = recording
                .maker(value)
                .map(f -> f.index() <= frame)
                .orElseGet(() -> !recording.isConstant(value) || frame >= recording.backwardBegins());
        return known ? Optional.of(recording.numbers(value)) : Optional.empty();
    }

    /// @return the loss's derivative with respect to `value`; empty where it is not computed yet, or never is
    public Optional<Numbers> gradient(Value value) {
        return recording.program().gradient(value).flatMap(this::value);
    }

    /// @return the gradient of a parameter; empty where it is not computed yet
    public Optional<Numbers> parameterGradient(String parameter) {
        return recording
                .program()
                .parameter(parameter)
                .map(Program.Parameter::value)
                .flatMap(this::gradient);
    }

    /// @return the loss; empty where it is not computed yet
    public Optional<Double> loss() {
        return recording.program().loss().flatMap(this::value).map(n -> n.get(0, 0));
    }

    /// @return what a parameter or state holds now
    /// @throws IllegalArgumentException where there is none of that name
    public Numbers kept(String name) {
        return after(name).or(() -> recording.before(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /// @return what a parameter or state held before the step
    /// @throws IllegalArgumentException where there is none of that name
    public Numbers before(String name) {
        return recording.before(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /// @return what a parameter or state holds after its update; empty where that has not happened yet
    public Optional<Numbers> after(String name) {
        return recording.update(name).filter(u -> u.index() <= frame).map(UpdateFrame::output);
    }

    /// @return 64 bits that depend on every bit of everything that is known now: equal states, equal hashes
    public long hash() {
        long hash = frame;
        for (var kept : new TreeMap<>(recording.kept()).values()) {
            hash = Numbers.mixed(hash, kept.digest());
        }
        for (int i = 0; i <= frame; i++) {
            hash = Numbers.mixed(hash, recording.digest(i));
        }
        return hash;
    }
}
