package io.netwright.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Holds the window's content, and draws it large while somebody presents: everything, type and matrices and pictures
/// alike, as large as the window allows with what a talk needs still in it. Rail, status line and the side panel of the
/// steps make room.
public final class Presenter extends Region {

    /// The size, in pixels before they are enlarged, that a talk needs.
    private static final double WIDTH = 960;

    private static final double HEIGHT = 600;
    private static final double LEAST = 1.2;
    private static final double MOST = 2.4;
    private static final String STYLE = "nw-presenter";

    private final Shell shell;
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final BooleanProperty on = new SimpleBooleanProperty();

    public Presenter(Shell shell) {
        this.shell = shell;
        shell.getTransforms().add(scale);
        getChildren().add(shell);
        addEventHandler(KeyEvent.KEY_PRESSED, shell.shortcuts());
        on.subscribe(presenting -> {
            if (presenting) {
                getStyleClass().add(STYLE);
            } else {
                getStyleClass().remove(STYLE);
            }
            shell.setPresenting(presenting);
            requestLayout();
        });
    }

    /// @return whether everything is drawn large
    public BooleanProperty onProperty() {
        return on;
    }

    private double factor() {
        return on.get() ? Math.clamp(Math.min(getWidth() / WIDTH, getHeight() / HEIGHT), LEAST, MOST) : 1;
    }

    @Override
    protected void layoutChildren() {
        double k = factor();
        scale.setX(k);
        scale.setY(k);
        shell.resizeRelocate(0, 0, getWidth() / k, getHeight() / k);
    }

    @Override
    protected double computeMinWidth(double height) {
        return shell.minWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return shell.minHeight(width);
    }
}
