package io.netwright.ui.step;

import io.netwright.step.BatchNormPaths;
import io.netwright.step.BatchNormPaths.Path;
import io.netwright.step.Frame;
import io.netwright.step.Stage;
import io.netwright.step.StepRecording;
import io.netwright.text.formula.Tex;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The ways of the gradient back through a batch normalisation, in words and formulas, each with links to its frames.
/// Seen in the backward frames of such a layer only.
final class BatchNormCard extends VBox {

    private final StepViewModel model;
    private final Words words;

    BatchNormCard(StepViewModel model, Words words) {
        super(10);
        this.model = model;
        this.words = words;
        setId("step-batchnorm");
        getStyleClass().addAll(Styles.CARD, "nw-step-card");
    }

    void show(StepRecording recording, Frame frame) {
        getChildren().clear();
        if (frame.stage() == Stage.BACKWARD) {
            BatchNormPaths.of(recording, frame.node()).ifPresent(found -> fill(recording, frame, found));
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void fill(StepRecording recording, Frame frame, BatchNormPaths found) {
        getChildren()
                .addAll(
                        words.bind(Icons.label(Styles.HEADING), "step.batchnorm"),
                        wrapped("step.batchnorm.what"),
                        new Formula(found.formula(), 16));
        found.paths().forEach(path -> getChildren().add(row(recording, frame, path)));
    }

    private VBox row(StepRecording recording, Frame frame, Path path) {
        String key = "step.batchnorm." + path.way().name().toLowerCase(Locale.ROOT);
        HBox title = new HBox(8, words.bind(Icons.label(Styles.STRONG), key));
        title.setAlignment(Pos.BASELINE_LEFT);
        if (path.frames().contains(frame.index())) {
            title.getChildren()
                    .add(words.bind(Icons.label(Styles.GRADIENT, Styles.SMALL, "nw-step-here"), "step.batchnorm.here"));
        }
        FlowPane frames = new FlowPane(14, 4);
        path.frames().forEach(f -> frames.getChildren().add(link(recording.frame(f))));
        VBox row = new VBox(
                4,
                title,
                wrapped(key + ".what"),
                new Formula(recording.frame(path.last()).formula(), 15),
                frames);
        row.setId("step-batchnorm-" + path.way().name().toLowerCase(Locale.ROOT));
        return row;
    }

    private Label wrapped(String key) {
        Label label = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), key);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Hyperlink link(Frame to) {
        Hyperlink link = new Hyperlink();
        link.getStyleClass().add("nw-step-origin");
        link.textProperty().bind(words.text("step.batchnorm.frame", Tex.plain(to.name()), to.index() + 1));
        link.setOnAction(e -> model.goTo(to.index()));
        return link;
    }
}
