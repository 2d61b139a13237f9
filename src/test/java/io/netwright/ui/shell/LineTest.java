package io.netwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class LineTest {

    private final Region news = wide(100);
    private final Region first = wide(100);
    private final Region second = wide(100);
    private final Region end = wide(50);
    private final Line line = new Line(List.of(news, first, second), end, List.of(second, first));

    @Test
    void whereThereIsRoomEverythingIsShown() {
        layout(500);
        assertTrue(news.isVisible() && first.isVisible() && second.isVisible());
        assertEquals(450, end.getLayoutX());
    }

    @Test
    void whatMattersLeastIsLeftOutFirst() {
        layout(300);
        assertTrue(news.isVisible() && first.isVisible());
        assertFalse(second.isVisible());
        layout(200);
        assertFalse(first.isVisible());
        assertTrue(news.isVisible());
        layout(500);
        assertTrue(second.isVisible(), "it comes back with the room");
    }

    @Test
    void theEndIsNeverCovered() {
        layout(120);
        assertEquals(70, end.getLayoutX());
        assertTrue(news.getLayoutX() + news.getWidth() <= end.getLayoutX());
    }

    @Test
    void whatIsNotThereTakesNoRoom() {
        news.setManaged(false);
        layout(300);
        assertEquals(0, first.getLayoutX());
        assertFalse(news.isVisible());
    }

    private void layout(double width) {
        line.resize(width, 20);
        line.layout();
    }

    private static Region wide(double width) {
        Region region = new Region();
        region.setPrefSize(width, 10);
        return region;
    }
}
