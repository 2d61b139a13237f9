package io.netwright.ui.canvas.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/// Finds rectangles by place, through buckets of a coarse grid: what is near costs what is near, however large the
/// network is.
final class RectIndex {

    private static final double CELL = 256;

    private final Map<Long, List<Rect>> cells = new HashMap<>();

    RectIndex(Collection<Rect> rects) {
        rects.forEach(this::add);
    }

    void add(Rect rect) {
        forCells(rect, key -> cells.computeIfAbsent(key, k -> new ArrayList<>()).add(rect));
    }

    /// @return the rectangles that overlap `area`
    Set<Rect> in(Rect area) {
        Set<Rect> found = new LinkedHashSet<>();
        forCells(area, key -> {
            for (Rect r : cells.getOrDefault(key, List.of())) {
                if (r.overlaps(area)) {
                    found.add(r);
                }
            }
        });
        return found;
    }

    /// @return whether some rectangle overlaps `area`
    boolean isTaken(Rect area) {
        return !in(area).isEmpty();
    }

    private static void forCells(Rect area, LongConsumer visit) {
        long left = (long) Math.floor(area.x() / CELL);
        long right = (long) Math.floor(area.right() / CELL);
        long top = (long) Math.floor(area.y() / CELL);
        long bottom = (long) Math.floor(area.bottom() / CELL);
        for (long cx = left; cx <= right; cx++) {
            for (long cy = top; cy <= bottom; cy++) {
                visit.accept(cx << 32 ^ cy & 0xffffffffL);
            }
        }
    }
}
