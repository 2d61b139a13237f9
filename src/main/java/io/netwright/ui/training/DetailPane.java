package io.netwright.ui.training;

import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.training.Insight.Field;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One layer closely: how it was spread at one look after the other, its weights and what it gives.
final class DetailPane extends HBox {

    private final Words words;
    private final HistoryView history = new HistoryView();
    private final Picture weights = new Picture("layer-weights");
    private final Picture outputs = new Picture("layer-outputs");
    private final PlaneMapView plane;
    private final Label historyTitle = Icons.label(Styles.MUTED, Styles.SMALL);

    /// @param choose called with how vectors are to get their places
    DetailPane(Words words, Consumer<PlaneMap.Method> choose) {
        super(16);
        this.words = words;
        setId("layer-detail");
        VBox left = new VBox(6, historyTitle, history);
        VBox.setVgrow(history, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(170);
        HBox.setHgrow(weights, Priority.SOMETIMES);
        HBox.setHgrow(outputs, Priority.SOMETIMES);
        plane = new PlaneMapView(words, choose);
        HBox.setHgrow(plane, Priority.ALWAYS);
        getChildren().addAll(left, weights, outputs, plane);
    }

    /// @param family the key of the layer's family
    void show(LayersModel model, String node, String family) {
        Quantity quantity = model.quantityProperty().get();
        history.getStyleClass().setAll("nw-histogram", Styles.family(family));
        historyTitle.setText(words.now("panels.train.overTime", words.now("panels.train." + quantity.key())));
        history.show(model.past(node, quantity));
        LayersModel.Seen seen = model.looks().seenProperty().get();
        LayerDetail detail = seen == null ? null : seen.detail();
        if (detail != null && detail.node().equals(node)) {
            weights.show(detail.weights(), words.now("panels.train.weightsOf", detail.weightsShape()));
            outputs.show(
                    detail.outputs(),
                    words.now(
                            detail.attends() ? "panels.train.attentionOf" : "panels.train.outputsOf",
                            detail.outputsShape()));
            plane.show(detail.plane());
        }
    }

    /// A field as large as fits, each number a square, under what it is.
    private static final class Picture extends VBox {

        private final Label title = Icons.label(Styles.MUTED, Styles.SMALL);
        private final Label range = Icons.label(Styles.FAINT, Styles.MONO, "nw-tiny");
        private final ImageView image = new ImageView();
        private final StackPane frame = new StackPane(image);
        private @Nullable Field field;

        Picture(String id) {
            super(6);
            setId(id);
            image.setSmooth(false);
            image.setManaged(false);
            frame.getStyleClass().add("nw-surface-frame");
            frame.setMinSize(20, 20);
            frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            StackPane area = new StackPane(frame);
            area.setAlignment(Pos.TOP_LEFT);
            area.setMinSize(60, 60);
            area.setPrefSize(220, 120);
            VBox.setVgrow(area, Priority.ALWAYS);
            area.layoutBoundsProperty().subscribe(b -> fit(b.getWidth(), b.getHeight()));
            getChildren().addAll(title, area, range);
            managedProperty().bind(visibleProperty());
            setVisible(false);
        }

        void show(@Nullable Field next, String words) {
            boolean same =
                    field != null && next != null && field.width() == next.width() && field.height() == next.height();
            field = next;
            setVisible(next != null);
            if (next == null) {
                return;
            }
            title.setText(words);
            range.setText(SurfaceView.number(next.low()) + " … " + SurfaceView.number(next.high()));
            image.setImage(SurfaceView.image(next));
            if (!same) {
                Region area = (Region) frame.getParent();
                fit(area.getWidth(), area.getHeight());
            }
        }

        private void fit(double width, double height) {
            Field f = field;
            if (f == null || width <= 0) {
                return;
            }
            double zoom = Math.min((width - 2) / f.width(), (height - 2) / f.height());
            double whole = zoom > 1 ? Math.min(16, Math.floor(zoom)) : zoom;
            image.setFitWidth(whole * f.width());
            image.setFitHeight(whole * f.height());
            image.relocate(1, 1);
            frame.setPrefSize(whole * f.width() + 2, whole * f.height() + 2);
        }
    }
}
