package io.netwright.ui.step;

import io.netwright.step.Frame;
import io.netwright.step.StepRecording;
import io.netwright.step.exercise.Diagnosis;
import io.netwright.step.exercise.Exercise;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Predict, then reveal: while it is on, each frame hides what it computed until a person has said one of its numbers.
/// Used on the JavaFX thread. It knows no control.
final class Exercises {

    private final StepViewModel model;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper concealed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper answered = new ReadOnlyIntegerWrapper();
    private final Set<Integer> open = new HashSet<>();

    Exercises(StepViewModel model) {
        this.model = model;
        model.recordingProperty().subscribe(r -> {
            open.clear();
            conceal();
        });
        model.positionProperty().subscribe(p -> conceal());
        on.subscribe(o -> {
            open.clear();
            conceal();
        });
    }

    private void conceal() {
        concealed.set(on.get()
                && model.frame() != null
                && !open.contains(model.position().frame()));
    }

    /// @return whether results are hidden at all
    BooleanProperty onProperty() {
        return on;
    }

    /// @return whether what the shown frame computed is hidden
    ReadOnlyBooleanProperty concealedProperty() {
        return concealed.getReadOnlyProperty();
    }

    /// @return how many were answered rightly
    ReadOnlyIntegerProperty answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /// @return what is asked; empty where there is no frame
    Optional<Exercise> current() {
        StepRecording recording = model.recording();
        Frame frame = model.frame();
        return recording == null || frame == null
                ? Optional.empty()
                : Optional.of(new Exercise(recording, frame, model.position().element()));
    }

    /// Judges an answer; a right one reveals the frame.
    ///
    /// @return empty where it is right, else what probably went wrong
    Optional<Diagnosis> answer(double typed) {
        Optional<Diagnosis> wrong = current().flatMap(e -> e.judge(typed));
        if (wrong.isEmpty() && concealed.get()) {
            // counted before it is revealed, so that whoever looks at what is revealed finds it counted
            answered.set(answered.get() + 1);
            reveal();
        }
        return wrong;
    }

    /// Gives up on the shown frame.
    void reveal() {
        open.add(model.position().frame());
        conceal();
    }
}
