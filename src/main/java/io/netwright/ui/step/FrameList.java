package io.netwright.ui.step;

import io.netwright.step.Frame;
import io.netwright.step.StepRecording;
import io.netwright.text.formula.Tex;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// All frames of a step in a list that opens below a button: one click, or arrows and Enter, to be there.
final class FrameList {

    private static final double WIDTH = 420;
    private static final double HEIGHT = 380;

    private final StepViewModel model;
    private final Words words;
    private final ListView<Frame> list = new ListView<>();
    private final Popup popup = new Popup();

    FrameList(StepViewModel model, Words words) {
        this.model = model;
        this.words = words;
        list.setId("step-frames");
        list.getStyleClass().addAll("nw-step-frames", Styles.FLOATING);
        list.setPrefSize(WIDTH, HEIGHT);
        list.setCellFactory(l -> new Row());
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                go();
                e.consume();
            }
        });
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(list);
    }

    /// Opens below `anchor`, or closes where it is open.
    void toggle(Node anchor) {
        StepRecording recording = model.recording();
        if (popup.isShowing() || recording == null) {
            popup.hide();
            return;
        }
        list.getItems().setAll(recording.frames());
        list.getSelectionModel().select(model.position().frame());
        Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        popup.show(anchor, at.getMinX(), at.getMaxY() + 4);
        list.scrollTo(Math.max(0, model.position().frame() - 4));
        list.requestFocus();
    }

    private void go() {
        Frame chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            model.goTo(chosen.index());
        }
    }

    /// One frame: its number, formula, node and stage.
    private final class Row extends ListCell<Frame> {
        private final Label number = Icons.label(Styles.FAINT, Styles.SMALL, Styles.MONO);
        private final Label formula = Icons.label("nw-step-list-formula");
        private final Label node = Icons.label(Styles.MUTED, Styles.SMALL);
        private final Label stage = Icons.label(Styles.SMALL);
        private final HBox line = new HBox(10, number, formula, node, stage);

        Row() {
            number.setMinWidth(28);
            number.setAlignment(Pos.CENTER_RIGHT);
            HBox.setHgrow(formula, Priority.ALWAYS);
            formula.setMaxWidth(Double.MAX_VALUE);
            node.setMinWidth(Region.USE_PREF_SIZE);
            stage.setMinWidth(62);
            stage.setAlignment(Pos.CENTER_RIGHT);
            line.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(e -> {
                if (!isEmpty()) {
                    go();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Frame frame, boolean empty) {
            super.updateItem(frame, empty);
            if (empty || frame == null) {
                setGraphic(null);
                return;
            }
            number.setText(Integer.toString(frame.index() + 1));
            formula.setText(Tex.plain(frame.formula()));
            node.setText(frame.node());
            stage.getStyleClass().setAll("label", Styles.SMALL, FrameSlider.style(frame.stage()));
            words.bind(stage, "step.stage." + frame.stage().key());
            setGraphic(line);
        }
    }
}
