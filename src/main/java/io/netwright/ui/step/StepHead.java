package io.netwright.ui.step;

import io.netwright.step.Frame;
import io.netwright.step.GradientPath;
import io.netwright.step.StepRecording;
import io.netwright.text.formula.Tex;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What stands above the frame: where in the step it is, which batch and sample, the network with the node lit, and the
/// slider.
final class StepHead extends VBox {

    private final StepViewModel model;
    private final Words words;
    private final NetworkStrip strip;
    private final Label stage = Icons.label(Styles.STRONG);
    private final Label place = Icons.label(Styles.MUTED);
    private final Label fewer = Icons.label(Styles.WARNING, Styles.SMALL);
    private final Picker batch;
    private final Picker sample;
    private final FrameSlider slider;

    StepHead(StepViewModel model, Words words, NetworkStrip strip) {
        this.model = model;
        this.words = words;
        this.strip = strip;
        getStyleClass().add("nw-step-head");
        stage.setId("step-stage");
        place.setId("step-place");
        fewer.setId("step-fewer");
        FrameList frames = new FrameList(model, words);
        Button jump = words.bind(new Button(), "step.jump");
        jump.setId("step-jump");
        jump.setGraphic(Icons.of(Feather.LIST));
        jump.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
        jump.setOnAction(e -> frames.toggle(jump));
        batch = new Picker("step-batch", "step.batch", 1, true, words, model::chooseBatch);
        sample = new Picker("step-sample", "step.sample", 0, true, words, model::chooseSample);
        slider = new FrameSlider(words, model::goTo);

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        stage.setMinWidth(Region.USE_PREF_SIZE);
        Label hunted = words.bind(Icons.label(Styles.WARNING, Styles.STRONG), "step.hunt.mark");
        hunted.setId("step-hunted");
        hunted.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        hunted.setMinWidth(Region.USE_PREF_SIZE);
        hunted.visibleProperty().bind(model.huntProperty().isNotNull());
        hunted.managedProperty().bind(hunted.visibleProperty());
        HBox line = new HBox(8, stage, place, jump, gap, hunted, fewer, batch, sample);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("nw-step-line");
        Region net = (Region) strip.node();
        net.setMinHeight(104);
        net.setPrefHeight(116);
        HBox rail = new HBox(slider);
        HBox.setHgrow(slider, Priority.ALWAYS);
        rail.getStyleClass().add("nw-step-rail");
        getChildren().addAll(line, net, rail, new RunBar(model, words));
        model.recordingProperty().addListener((p, was, is) -> recorded());
        model.positionProperty().addListener((p, was, is) -> show());
    }

    private void recorded() {
        StepRecording recording = model.recording();
        if (recording == null) {
            strip.focus(null, false);
            strip.path(Set.of());
            return;
        }
        slider.stages(recording.sections());
        batch.show(model.batch(), model.batches());
        boolean cut = recording.batch() < model.samplesOfBatch();
        fewer.setVisible(cut);
        fewer.setManaged(cut);
        words.bind(fewer, "step.fewer", recording.batch(), model.samplesOfBatch());
    }

    private void show() {
        StepRecording recording = model.recording();
        Frame frame = model.frame();
        if (recording == null || frame == null) {
            return;
        }
        stage.getStyleClass().setAll("label", Styles.STRONG, FrameSlider.style(frame.stage()));
        words.bind(stage, "step.stage." + frame.stage().key());
        words.bind(place, "step.place", frame.index() + 1, recording.size(), Tex.plain(frame.name()), frame.node());
        slider.show(frame.index());
        sample.show(model.position().sample(), recording.batch());
        strip.focus(frame.node(), frame.stage() == io.netwright.step.Stage.BACKWARD);
        strip.path(model.planned()
                .map(p -> GradientPath.to(recording, p.network(), frame))
                .orElse(Set.of()));
    }
}
