package io.netwright.step.exercise;

import io.netwright.step.Frame;
import io.netwright.step.StepRecording;
import java.util.List;
import java.util.Optional;

/// One number of a frame's result, to be worked out by a person.
///
/// @param index of the element, one number an axis
public record Exercise(StepRecording recording, Frame frame, List<Integer> index) {

    /// What is forgiven, relative to the answer: three digits are enough.
    private static final double TOLERANCE = 5e-3;

    private static final double SMALLEST = 1e-6;

    public Exercise {
        index = List.copyOf(index);
    }

    private int[] at() {
        return index.stream().mapToInt(Integer::intValue).toArray();
    }

    /// @return the number that is asked for
    public double answer() {
        return frame.output().at(at());
    }

    /// @return empty where `typed` is right, else what probably went wrong
    public Optional<Diagnosis> judge(double typed) {
        double answer = answer();
        if (isNear(typed, answer)) {
            return Optional.empty();
        }
        return Optional.of(new Mistakes(recording, frame, at())
                .all()
                .filter(m -> !isNear(m.value(), answer) && isNear(typed, m.value()))
                .map(Mistakes.Mistake::diagnosis)
                .findFirst()
                .orElse(Diagnosis.UNKNOWN));
    }

    private static boolean isNear(double typed, double wanted) {
        return Math.abs(typed - wanted) <= Math.max(SMALLEST, TOLERANCE * Math.abs(wanted));
    }
}
