package io.netwright.ui.canvas;

import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// Out, 100 %, in, fit.
final class ZoomControls extends HBox {

    private static final double STEP = 1.25;

    ZoomControls(CanvasView view, Words words) {
        super(8);
        getStyleClass().add("nw-zoom-controls");
        Viewport viewport = view.viewport();
        Button out = button(words, "out", () -> viewport.zoomTo(viewport.zoom() / STEP));
        out.setText("−");
        Button full = button(words, "full", () -> viewport.zoomTo(1));
        full.getStyleClass().add(Styles.MONO);
        full.setMinWidth(68);
        full.textProperty()
                .bind(words.compute(
                        () -> words.now("design.canvas.zoom.percent", Math.round(viewport.zoom() * 100)),
                        viewport.zoomProperty()));
        Button in = button(words, "in", () -> viewport.zoomTo(viewport.zoom() * STEP));
        in.setText("+");
        Button fit = button(words, "fit", view::fit);
        words.bind(fit, "design.canvas.zoom.fit");
        getChildren().addAll(out, full, in, fit);
        setPickOnBounds(false);
    }

    private static Button button(Words words, String what, Runnable action) {
        Button button = new Button();
        button.getStyleClass().add("nw-zoom-button");
        button.setId("zoom-" + what);
        button.setOnAction(e -> action.run());
        button.setTooltip(words.tooltip("design.canvas.zoom." + what + ".help"));
        button.accessibleTextProperty().bind(words.text("design.canvas.zoom." + what + ".help"));
        return button;
    }
}
