package io.netwright.advice;

import io.netwright.compile.Compilation;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How much of the input one number of a layer's output can see: the windows before it, stacked (Araujo, Norris and
/// Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019).
///
/// Where ways of different reach meet, the furthest counts.
public final class ReceptiveField {

    /// What one number sees, in input pixels; and how far apart the places of two neighbours are.
    private record Reach(int size, int step) {}

    private final Network network;
    private final Map<Port, Shape> shapes;
    private final Surroundings around;
    private final int axis;
    private final Map<String, Optional<Reach>> known = new HashMap<>();

    private ReceptiveField(LayerRegistry registry, Compilation compilation, int axis) {
        this.network = compilation.network();
        this.shapes = compilation.shapes();
        this.around = new Surroundings(registry, network);
        this.axis = axis;
    }

    /// @return height and width in pixels of the input; empty where no image leaves the node, or where it sees all of
    ///   it
    public static Optional<int[]> of(LayerRegistry registry, Compilation compilation, String node) {
        Optional<Reach> height = new ReceptiveField(registry, compilation, 0).reach(node);
        Optional<Reach> width = new ReceptiveField(registry, compilation, 1).reach(node);
        return height.isPresent() && width.isPresent()
                ? Optional.of(new int[] {height.get().size(), width.get().size()})
                : Optional.empty();
    }

    private Optional<Reach> reach(String node) {
        Optional<Reach> before = known.get(node);
        if (before != null) {
            return before;
        }
        // a cycle has no reach
        known.put(node, Optional.empty());
        Optional<Reach> found = isImage(node) ? compute(node) : Optional.empty();
        known.put(node, found);
        return found;
    }

    private boolean isImage(String node) {
        LayerInfo info = around.info(node).orElse(null);
        if (info == null || info.outputs().isEmpty()) {
            return false;
        }
        Shape shape = shapes.get(new Port(node, info.outputs().getFirst().name()));
        return shape != null && shape.rank() == 4;
    }

    private Optional<Reach> compute(String node) {
        List<Wire> into = around.into(node);
        if (into.isEmpty()) {
            return Optional.of(new Reach(1, 1));
        }
        int size = 0;
        int step = 0;
        for (Wire w : into) {
            Optional<Reach> in = reach(w.from().node());
            if (in.isEmpty()) {
                return Optional.empty();
            }
            size = Math.max(size, in.get().size());
            step = Math.max(step, in.get().step());
        }
        if (around.prop(node, "kernel").isEmpty()) {
            return keepsPlaces(node, into.getFirst()) ? Optional.of(new Reach(size, step)) : Optional.empty();
        }
        int reach = part(node, "dilation") * (part(node, "kernel") - 1);
        return Optional.of(new Reach(size + reach * step, step * part(node, "stride")));
    }

    // a layer that makes images of another size without a window moves numbers where this cannot follow
    private boolean keepsPlaces(String node, Wire in) {
        Shape from = shapes.get(in.from());
        LayerInfo info = around.info(node).orElseThrow();
        Shape to = shapes.get(new Port(node, info.outputs().getFirst().name()));
        return from != null && to != null && from.size(2) == to.size(2) && from.size(3) == to.size(3);
    }

    private int part(String node, String key) {
        return around.value(node, key, List.class)
                .filter(l -> axis < l.size() && l.get(axis) instanceof Integer)
                .map(l -> (Integer) l.get(axis))
                .orElse(1);
    }
}
