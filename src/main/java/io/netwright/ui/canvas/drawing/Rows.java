package io.netwright.ui.canvas.drawing;

import io.netwright.network.Network;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.AutoLayout.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Breaks the layers of a long network into rows, so that it fills a screen rather than running off it. A row ends only
/// where no more than one value goes on to the next.
final class Rows {

    /// Fewer layers than this stay in one row.
    private static final int SHORTEST = 5;

    private static final int FEWEST = 3;

    private Rows() {}

    /// Places all nodes of `columns` with their upper left corner at (left, top).
    ///
    /// @param aspect the wanted width to height
    /// @return the lower edge
    static double place(
            Columns columns,
            Network network,
            Function<String, Size> size,
            double aspect,
            double left,
            double top,
            Map<String, Position> places) {
        double y = top;
        double bottom = top;
        int from = 0;
        for (int end : breaks(columns, network, size, aspect)) {
            List<List<String>> row = columns.columns().subList(from, end);
            double highest = row.stream()
                    .flatMap(List::stream)
                    .mapToDouble(columns::top)
                    .min()
                    .orElse(0);
            double x = left;
            for (List<String> column : row) {
                double width = 0;
                for (String name : column) {
                    double nodeY = y + columns.top(name) - highest;
                    places.put(name, new Position(x, nodeY));
                    Size s = size.apply(name);
                    width = Math.max(width, s.width());
                    bottom = Math.max(bottom, nodeY + s.height());
                }
                x += width + AutoLayout.GAP_X;
            }
            y = bottom + 2 * AutoLayout.GAP_Y;
            from = end;
        }
        return bottom;
    }

    // after which layers a row ends, the last one included
    private static List<Integer> breaks(Columns columns, Network network, Function<String, Size> size, double aspect) {
        int count = columns.columns().size();
        int rows = count < SHORTEST ? 1 : rows(columns, size, aspect);
        boolean[] narrow = narrow(columns, network);
        List<Integer> ends = new ArrayList<>();
        int last = 0;
        for (int row = 1; row < rows; row++) {
            // all rows about equally long
            int ideal = Math.round((float) count * row / rows);
            int end = nearest(narrow, ideal, last + 1, count);
            if (end < count) {
                ends.add(end);
                last = end;
            }
        }
        ends.add(count);
        return ends;
    }

    // as many rows as make everything largest on a screen of that shape
    private static int rows(Columns columns, Function<String, Size> size, double aspect) {
        double high = 0;
        double low = Double.MAX_VALUE;
        double width = 0;
        for (List<String> column : columns.columns()) {
            double widest = 0;
            for (String name : column) {
                Size s = size.apply(name);
                low = Math.min(low, columns.top(name));
                high = Math.max(high, columns.top(name) + s.height());
                widest = Math.max(widest, s.width());
            }
            width += widest + AutoLayout.GAP_X;
        }
        int count = columns.columns().size();
        double pitch = width / count;
        double rowHeight = high - low + 2 * AutoLayout.GAP_Y;
        int best = 1;
        double largest = 0;
        for (int rows = 1; rows <= count; rows++) {
            int perRow = Math.ceilDiv(count, rows);
            if (perRow < FEWEST) {
                break;
            }
            double scale = Math.min(
                    aspect / (perRow * pitch - AutoLayout.GAP_X), 1 / (rows * rowHeight - 2 * AutoLayout.GAP_Y));
            if (scale > largest * 1.001) {
                largest = scale;
                best = rows;
            }
        }
        return best;
    }

    // [i]: no more than one value goes from before layer i to behind it
    private static boolean[] narrow(Columns columns, Network network) {
        Map<String, Integer> index = columns.indices();
        int count = columns.columns().size();
        List<Set<Object>> crossing = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            crossing.add(new HashSet<>());
        }
        for (Wire w : network.wires()) {
            Integer from = index.get(w.from().node());
            Integer to = index.get(w.to().node());
            if (from != null && to != null) {
                for (int i = Math.min(from, to) + 1; i <= Math.max(from, to); i++) {
                    crossing.get(i).add(w.from());
                }
            }
        }
        boolean[] narrow = new boolean[count];
        for (int i = 0; i < count; i++) {
            narrow[i] = crossing.get(i).size() <= 1;
        }
        return narrow;
    }

    private static int nearest(boolean[] narrow, int ideal, int low, int high) {
        for (int off = 0; off < narrow.length; off++) {
            for (int at : new int[] {ideal - off, ideal + off}) {
                if (at >= low && at < high && narrow[at]) {
                    return at;
                }
            }
        }
        return high;
    }
}
