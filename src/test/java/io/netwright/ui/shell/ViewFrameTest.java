package io.netwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ViewFrameTest {

    private final ViewFrame frame = new ViewFrame();
    private final Region view = new Region();

    @Test
    void aViewGetsTheRoomThereIs() {
        view.setMinWidth(700);
        show(900, 600);
        assertEquals(900, view.getWidth());
        assertEquals(600, view.getHeight());
        assertEquals(900, view.getBoundsInParent().getWidth(), 1e-6);
    }

    @Test
    void aViewThatNeedsMoreIsDrawnSmallerAndLosesNothing() {
        view.setMinWidth(1000);
        show(900, 600);
        assertEquals(1000, view.getWidth(), 1e-6);
        assertEquals(900, view.getBoundsInParent().getWidth(), 1e-6);
        assertEquals(600, view.getBoundsInParent().getHeight(), 1e-6);
    }

    @Test
    void itIsNotDrawnSoSmallThatNobodyCanReadIt() {
        view.setMinWidth(3000);
        show(900, 600);
        assertEquals(900 / 0.8, view.getWidth(), 1e-6);
    }

    private void show(double width, double height) {
        frame.show(view);
        frame.resize(width, height);
        frame.layout();
    }
}
