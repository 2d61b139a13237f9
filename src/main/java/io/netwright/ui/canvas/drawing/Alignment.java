package io.netwright.ui.canvas.drawing;

import io.netwright.network.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Ways to line cards up, and to spread them evenly.
public enum Alignment {
    LEFT,
    CENTER,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM,
    /// Equal gaps from left to right; the outer two stay.
    ACROSS,
    /// Equal gaps from top to bottom; the outer two stay.
    DOWN;

    /// @return the key of its words, such as `left`
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return how many cards it takes for anything to happen
    public int least() {
        return this == ACROSS || this == DOWN ? 3 : 2;
    }

    /// @param cards by node
    /// @return where they go
    public Map<String, Position> places(Map<String, Rect> cards) {
        Rect all = Rect.around(cards.values()).orElse(null);
        if (all == null) {
            return Map.of();
        }
        if (this == ACROSS || this == DOWN) {
            return spread(cards);
        }
        Map<String, Position> places = new LinkedHashMap<>();
        cards.forEach((name, c) -> places.put(
                name,
                switch (this) {
                    case LEFT -> new Position(all.x(), c.y());
                    case CENTER -> new Position(all.centerX() - c.width() / 2, c.y());
                    case RIGHT -> new Position(all.right() - c.width(), c.y());
                    case TOP -> new Position(c.x(), all.y());
                    case MIDDLE -> new Position(c.x(), all.centerY() - c.height() / 2);
                    default -> new Position(c.x(), all.bottom() - c.height());
                }));
        return places;
    }

    private Map<String, Position> spread(Map<String, Rect> cards) {
        boolean across = this == ACROSS;
        List<Map.Entry<String, Rect>> sorted = new ArrayList<>(cards.entrySet());
        sorted.sort(Comparator.comparingDouble(
                e -> across ? e.getValue().x() : e.getValue().y()));
        Rect first = sorted.getFirst().getValue();
        Rect last = sorted.getLast().getValue();
        double room = across ? last.x() - first.right() : last.y() - first.bottom();
        for (var e : sorted.subList(1, Math.max(1, sorted.size() - 1))) {
            room -= across ? e.getValue().width() : e.getValue().height();
        }
        double gap = room / Math.max(1, sorted.size() - 1);
        Map<String, Position> places = new LinkedHashMap<>();
        double at = across ? first.x() : first.y();
        for (var e : sorted) {
            Rect c = e.getValue();
            places.put(e.getKey(), across ? new Position(at, c.y()) : new Position(c.x(), at));
            at += (across ? c.width() : c.height()) + gap;
        }
        return places;
    }
}
