package io.netwright.ui.step;

import io.netwright.step.timeline.Timeline;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where in the run the step lies: which run that is, which step of it, its losses as far as they are known, and a way
/// to any other step. Training that a place asks for shows its progress here and can be given up.
final class RunBar extends HBox {

    private final StepViewModel model;
    private final RunViewModel run;
    private final Words words;
    private final Label what = Icons.label(Styles.FAINT, Styles.SMALL);
    private final Label place = Icons.label(Styles.SMALL);
    private final RunSlider slider;
    private final Button through = new Button();
    private final Button cancel = new Button();
    private final ProgressBar progress = new ProgressBar(0);
    private int target;

    RunBar(StepViewModel model, Words words) {
        super(16);
        this.model = model;
        this.run = model.run();
        this.words = words;
        this.slider = new RunSlider(this::goTo, this::showPlace);
        setId("step-run");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("nw-step-run");
        what.setId("step-run-what");
        place.setId("step-run-place");
        VBox labels = new VBox(2, place, what);
        labels.setAlignment(Pos.CENTER_LEFT);
        labels.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(slider, Priority.ALWAYS);
        words.bind(through, "step.run.through");
        through.setId("step-run-through");
        through.setGraphic(Icons.of(Feather.ACTIVITY));
        through.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
        through.setOnAction(e -> runThrough());
        words.bind(cancel, "step.run.cancel");
        cancel.setId("step-run-cancel");
        cancel.setGraphic(Icons.of(Feather.X));
        cancel.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
        cancel.setOnAction(e -> run.cancel());
        progress.setId("step-run-progress");
        progress.setPrefWidth(90);
        progress.getStyleClass().add("nw-thin-progress");
        for (Button b : new Button[] {through, cancel}) {
            b.setMinWidth(Region.USE_PREF_SIZE);
            b.managedProperty().bind(b.visibleProperty());
        }
        cancel.visibleProperty().bind(run.busyProperty());
        progress.visibleProperty().bind(run.busyProperty());
        progress.managedProperty().bind(run.busyProperty());
        getChildren().addAll(labels, slider, through, progress, cancel);
        run.timelineProperty().addListener((p, was, is) -> show());
        run.knownProperty().addListener((p, was, is) -> show());
        run.busyProperty().addListener((p, was, is) -> show());
        run.problemProperty().addListener((p, was, is) -> show());
        run.reachedProperty()
                .addListener((p, was, is) -> progress.setProgress(target == 0 ? 1 : is.doubleValue() / target));
        model.recordingProperty().addListener((p, was, is) -> show());
        show();
    }

    private void goTo(int step) {
        target = step;
        model.goToStep(step);
    }

    private void runThrough() {
        Timeline r = run.timeline();
        if (r != null) {
            target = r.last();
            run.goTo(r.last(), moment -> {});
        }
    }

    private void show() {
        Timeline r = run.timeline();
        slider.show(r, run.knownProperty().get(), model.step());
        through.setVisible(
                r != null && !run.busyProperty().get() && run.knownProperty().get() < r.last());
        if (r == null) {
            return;
        }
        showPlace(model.step());
        var problem = run.problemProperty().get();
        what.textProperty().unbind();
        if (problem == null) {
            words.bind(what, "step.run.what", Long.toString(r.plan().spec().seed()), r.last());
        } else {
            what.textProperty().bind(words.compute(() -> words.now(problem)));
        }
    }

    private void showPlace(int step) {
        Timeline r = run.timeline();
        if (r != null) {
            int each = r.batchesPerEpoch();
            words.bind(place, "step.run.place", step + 1, r.last(), step / each + 1, step % each + 1);
        }
    }
}
