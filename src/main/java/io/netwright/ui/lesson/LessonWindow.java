package io.netwright.ui.lesson;

import io.netwright.lesson.Check;
import io.netwright.lesson.Director;
import io.netwright.text.UserException;
import java.util.concurrent.CompletableFuture;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// The window as a lesson plays in it. Used on the JavaFX thread.
public interface LessonWindow extends Director {

    /// @return completes on the JavaFX thread once all that was begun has come to rest
    CompletableFuture<Void> settled();

    /// @return whether nothing is under way now
    boolean isSettled();

    /// How the window stands. Its facts are asked for off the JavaFX thread, and throw where there are none.
    ///
    /// @throws UserException where no project is open
    Check.Situation situation();

    /// @return changes whenever a check may have become true
    ObservableValue<?> changes();

    /// @return whether a lesson's own copy is what is open
    ObservableBooleanValue open();

    /// Takes back what was pointed at.
    void clearHighlight();
}
