package io.netwright.ui.canvas.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.network.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlignmentTest {

    private static Map<String, Rect> cards() {
        Map<String, Rect> cards = new LinkedHashMap<>();
        cards.put("a", new Rect(10, 0, 176, 56));
        cards.put("b", new Rect(400, 30, 176, 76));
        cards.put("c", new Rect(300, 300, 176, 56));
        return cards;
    }

    @Test
    void cardsLineUpAtTheOutermost() {
        assertEquals(new Position(10, 30), Alignment.LEFT.places(cards()).get("b"));
        assertEquals(new Position(400, 300), Alignment.RIGHT.places(cards()).get("c"));
        assertEquals(new Position(300, 0), Alignment.TOP.places(cards()).get("c"));
        assertEquals(
                new Position(400, 356 - 76), Alignment.BOTTOM.places(cards()).get("b"));
        assertEquals(
                new Position(10, 178 - 28), Alignment.MIDDLE.places(cards()).get("a"));
    }

    @Test
    void spreadCardsHaveEqualGapsAndTheOuterOnesStay() {
        Map<String, Position> places = Alignment.DOWN.places(cards());
        assertEquals(new Position(10, 0), places.get("a"));
        assertEquals(new Position(300, 300), places.get("c"));
        // 0..56, b, 300: (300 - 56 - 76) / 2 = 84 above and below
        assertEquals(new Position(400, 140), places.get("b"));
    }

    @Test
    void aMovedCardSnapsToAnEdgeOrAMiddleNearBy() {
        Guides guides = new Guides(List.of(new Rect(100, 100, 176, 56), new Rect(500, 300, 176, 56)), 5);
        Guides.Snap snap = guides.snap(new Rect(103, 297, 176, 56));
        assertTrue(snap.atX() && snap.atY());
        assertEquals(-3, snap.dx());
        assertEquals(3, snap.dy());
        assertEquals(4, snap.lines().size(), "left, middle and right; top");
        Guides.Line left = snap.lines().getFirst();
        assertEquals(new Point(100, 100), left.from());
        assertEquals(new Point(100, 356), left.to());
        Guides.Snap far = guides.snap(new Rect(120, 220, 176, 56));
        assertFalse(far.atX() || far.atY());
        assertEquals(List.of(), far.lines());
    }
}
