package io.netwright.ui.lesson;

import io.netwright.lesson.Check;
import io.netwright.lesson.Directive;
import io.netwright.lesson.Lesson;
import io.netwright.lesson.LessonStep;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Plays a lesson: performs each step's directives one after the other, and looks which of its checks hold. A check
/// that was met once stays met for the step. Used on the JavaFX thread. It knows no control.
public final class LessonPlayer {

    /// Where the learner stands.
    ///
    /// @param step of the lesson, from 0
    /// @param met  for each check of the step whether it was met
    public record Place(Lesson lesson, int step, List<Boolean> met) {
        public Place {
            met = List.copyOf(met);
        }

        public LessonStep now() {
            return lesson.steps().get(step);
        }

        public boolean isDone() {
            return !met.contains(false);
        }

        public boolean isLast() {
            return step == lesson.steps().size() - 1;
        }
    }

    private final LessonWindow window;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper performing = new ReadOnlyBooleanWrapper();
    private long run;
    private boolean looking;
    private boolean lookAgain;
    private boolean waiting;

    /// @param background where facts are found out
    /// @param failures   hears what a lesson asked for that is not there
    public LessonPlayer(LessonWindow window, Executor background, Executor ui, Consumer<Throwable> failures) {
        this.window = window;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        window.changes().addListener((p, was, is) -> look());
        performing.addListener((p, was, is) -> look());
    }

    /// @return where the learner stands; holds null while no lesson is played
    public ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// @return whether directives are being performed
    public ReadOnlyBooleanProperty performingProperty() {
        return performing.getReadOnlyProperty();
    }

    /// Begins a lesson whose copy of the project is open.
    public void begin(Lesson lesson) {
        go(lesson, 0);
    }

    /// Ends it.
    public void end() {
        run++;
        window.clearHighlight();
        window.exercise(false);
        performing.set(false);
        place.set(null);
    }

    public void next() {
        Place now = place.get();
        if (now != null && !now.isLast()) {
            go(now.lesson(), now.step() + 1);
        }
    }

    public void back() {
        Place now = place.get();
        if (now != null && now.step() > 0) {
            go(now.lesson(), now.step() - 1);
        }
    }

    /// Shows what the step expects.
    public void show() {
        Place now = place.get();
        if (now != null && !performing.get()) {
            perform(now.now().help());
        }
    }

    private void go(Lesson lesson, int step) {
        window.clearHighlight();
        LessonStep next = lesson.steps().get(step);
        place.set(new Place(lesson, step, next.checks().stream().map(c -> false).toList()));
        perform(next.directives());
    }

    private void perform(List<Directive> directives) {
        long mine = ++run;
        performing.set(true);
        CompletableFuture<Void> all = window.settled();
        for (Directive d : directives) {
            all = all.thenCompose(done -> {
                if (mine == run) {
                    d.perform(window);
                }
                return mine == run ? window.settled() : CompletableFuture.completedFuture(null);
            });
        }
        all.whenComplete((done, failure) -> {
            if (mine == run) {
                performing.set(false);
                if (failure != null) {
                    failures.accept(failure.getCause() == null ? failure : failure.getCause());
                }
            }
        });
    }

    /// Looks which checks hold. Facts are found out in the background, one look at a time.
    private void look() {
        Place now = place.get();
        if (now == null || performing.get() || now.isDone() || !window.open().get()) {
            return;
        }
        if (looking) {
            lookAgain = true;
            return;
        }
        Check.Situation situation = window.situation();
        boolean facts = window.isSettled();
        if (!facts) {
            lookOnceSettled();
        }
        looking = true;
        background.execute(() -> {
            List<Boolean> met = new ArrayList<>(now.met());
            try {
                for (int i = 0; i < met.size(); i++) {
                    Check check = now.now().checks().get(i);
                    met.set(i, met.get(i) || (facts || !check.needsFacts()) && holds(check, situation));
                }
            } catch (RuntimeException e) {
                ui.execute(() -> failures.accept(e));
            } finally {
                ui.execute(() -> looked(now, met));
            }
        });
    }

    /// Facts are those of a window at rest, which comes to it without a further change.
    private void lookOnceSettled() {
        if (!waiting) {
            waiting = true;
            var _ = window.settled().whenComplete((done, failure) -> {
                waiting = false;
                look();
            });
        }
    }

    private static boolean holds(Check check, Check.Situation situation) {
        try {
            return check.isMet(situation);
        } catch (UserException e) {
            // what is not there yet, such as an epoch, may still come
            return false;
        }
    }

    private void looked(Place then, List<Boolean> met) {
        looking = false;
        Place now = place.get();
        if (now != null && now.lesson() == then.lesson() && now.step() == then.step() && !met.equals(now.met())) {
            place.set(new Place(now.lesson(), now.step(), met));
        }
        if (lookAgain) {
            lookAgain = false;
            look();
        }
    }
}
