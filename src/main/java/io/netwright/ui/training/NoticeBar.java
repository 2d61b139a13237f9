package io.netwright.ui.training;

import io.netwright.text.Message;
import io.netwright.train.Transplant;
import io.netwright.train.Transplant.Fate;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Training;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What has to be known above the curves: why the run holds, and what can be done about it; what became of the weights
/// when the network was changed.
final class NoticeBar extends VBox {

    NoticeBar(TrainingViewModel model, Words words) {
        super(8);
        Training training = model.training();
        Label text = Icons.label(Styles.WARNING);
        text.setId("training-notice");
        text.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, Styles.WARNING));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        ObservableValue<@Nullable Message> message = model.notice();
        text.textProperty().bind(words.text(message));
        Button adopt = words.bind(new Button(), "panels.train.adopt");
        adopt.setId("training-adopt");
        adopt.setMinWidth(Region.USE_PREF_SIZE);
        adopt.setTooltip(words.tooltip("panels.train.adopt.help"));
        adopt.setOnAction(e -> training.adopt());
        adopt.visibleProperty()
                .bind(training.outdatedProperty().and(model.fresh().not()));
        adopt.managedProperty().bind(adopt.visibleProperty());
        HBox notice = new HBox(12, text, adopt);
        notice.getStyleClass().add("nw-notice");
        notice.visibleProperty().bind(message.map(m -> true).orElse(false));
        notice.managedProperty().bind(notice.visibleProperty());

        HBox resumed = checkpoint(training, words);

        Label adopted = Icons.label(Styles.MUTED);
        adopted.setId("training-adopted");
        adopted.setGraphic(Icons.of(Feather.GIT_MERGE, Styles.MUTED));
        adopted.setWrapText(true);
        adopted.setMinHeight(Region.USE_PREF_SIZE);
        adopted.textProperty()
                .bind(words.compute(
                        () -> {
                            Transplant.Report report =
                                    training.adoptedProperty().get();
                            return report == null ? "" : told(words, report);
                        },
                        training.adoptedProperty()));
        adopted.visibleProperty().bind(training.adoptedProperty().map(r -> true).orElse(false));
        adopted.managedProperty().bind(adopted.visibleProperty());
        getChildren().addAll(notice, resumed, adopted);
        managedProperty()
                .bind(notice.visibleProperty().or(resumed.visibleProperty()).or(adopted.visibleProperty()));
    }

    /// Offers to go on with the run that lies in the project's folder, as long as no other has begun.
    private static HBox checkpoint(Training training, Words words) {
        var place = training.checkpointProperty();
        Label text = Icons.label(Styles.MUTED);
        text.setId("training-checkpoint");
        text.setGraphic(Icons.of(Feather.ARCHIVE, Styles.MUTED));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty()
                .bind(words.compute(
                        () -> {
                            var p = place.get();
                            return p == null ? "" : words.now("panels.train.checkpoint", p.step(), p.epoch());
                        },
                        place));
        Button resume = words.bind(new Button(), "panels.train.resume");
        resume.setId("training-resume");
        resume.setMinWidth(Region.USE_PREF_SIZE);
        resume.setTooltip(words.tooltip("panels.train.resume.help"));
        resume.setOnAction(e -> training.resume());
        HBox offer = new HBox(12, text, resume);
        offer.setAlignment(Pos.CENTER_LEFT);
        offer.visibleProperty().bind(Bindings.createBooleanBinding(() -> place.get() != null, place));
        offer.managedProperty().bind(offer.visibleProperty());
        return offer;
    }

    /// What was kept is only counted; what was not is named.
    private static String told(Words words, Transplant.Report report) {
        List<String> parts = new ArrayList<>();
        parts.add(words.now("panels.train.fate.kept", report.of(Fate.KEPT).size()));
        for (Fate fate : List.of(Fate.TRANSFORMED, Fate.NEW, Fate.RESET, Fate.GONE)) {
            List<String> names = report.of(fate);
            if (!names.isEmpty()) {
                parts.add(words.now(
                        "panels.train.fate." + fate.name().toLowerCase(Locale.ROOT), String.join(", ", names)));
            }
        }
        parts.add(words.now(report.memory() ? "panels.train.fate.memory" : "panels.train.fate.noMemory"));
        return String.join(" ", parts);
    }
}
