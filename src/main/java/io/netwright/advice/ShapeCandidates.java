package io.netwright.advice;

import io.netwright.compile.Compilation;
import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What might help where shapes do not fit: windows that are too large, branches that come back in different sizes.
final class ShapeCandidates {

    private final LayerRegistry registry;
    private final Network network;
    private final Compilation compilation;
    private final Surroundings around;

    ShapeCandidates(LayerRegistry registry, Network network, Compilation compilation, Surroundings around) {
        this.registry = registry;
        this.network = network;
        this.compilation = compilation;
        this.around = around;
    }

    /// A window larger than the image: pads, or becomes as small as the image.
    List<Repair> kernelTooLarge(String node) {
        List<Repair> found = new ArrayList<>();
        if (around.prop(node, "padding").isPresent()) {
            found.add(Repair.of(Edits.setProperty(node, "padding", PropValue.of("same")), "design.fix.keepSize"));
        }
        Shape image = around.onlyWireInto(node)
                .map(w -> compilation.shapes().get(w.from()))
                .orElse(null);
        List<?> kernel = around.value(node, "kernel", List.class).orElse(List.of());
        if (image != null && image.rank() == kernel.size() + 2) {
            int[] smaller = new int[kernel.size()];
            for (int i = 0; i < smaller.length; i++) {
                smaller[i] = Math.min((Integer) kernel.get(i), image.size(2 + i));
            }
            String text = String.join(
                    " × ", Arrays.stream(smaller).mapToObj(Integer::toString).toList());
            found.add(Repair.of(Edits.setProperty(node, "kernel", PropValue.ints(smaller)), "design.fix.kernel", text));
        }
        found.add(Repair.of(Edits.deleteAndReconnect(List.of(node)), "design.fix.remove", node));
        return found;
    }

    /// Groups that do not divide the channels: one group, or the largest number that does.
    List<Repair> groups(String node) {
        List<Repair> found = new ArrayList<>();
        int channels = around.onlyWireInto(node)
                .map(w -> compilation.shapes().get(w.from()))
                .filter(s -> s.rank() > 1)
                .map(s -> s.size(1))
                .orElse(1);
        int filters = around.value(node, "filters", Integer.class).orElse(1);
        int groups = around.value(node, "groups", Integer.class).orElse(1);
        for (int g = Math.min(groups, channels); g >= 1; g--) {
            if (channels % g == 0 && filters % g == 0) {
                found.add(Repair.of(Edits.setProperty(node, "groups", PropValue.of((long) g)), "design.fix.groups", g));
                break;
            }
        }
        if (channels % groups == 0) {
            int fitting = Math.ceilDiv(filters, groups) * groups;
            found.add(filters(node, fitting));
        }
        return found;
    }

    private static Repair filters(String node, int wanted) {
        return Repair.of(
                Edits.setProperty(node, "filters", PropValue.of((long) wanted)), "design.fix.filters", node, wanted);
    }

    /// Two branches that meet and differ: padding that keeps their sizes, a projection of one to the other, or another
    /// width of what made one of them.
    List<Repair> branches(String node) {
        List<Wire> wires = around.into(node);
        Shape first = wires.isEmpty()
                ? null
                : compilation.shapes().get(wires.getFirst().from());
        if (first == null) {
            return List.of();
        }
        for (Wire wire : wires.subList(1, wires.size())) {
            Shape other = compilation.shapes().get(wire.from());
            if (other != null && !other.equals(first)) {
                return meeting(wires.getFirst(), first, wire, other);
            }
        }
        return List.of();
    }

    private List<Repair> meeting(Wire a, Shape shapeA, Wire b, Shape shapeB) {
        List<Repair> found = new ArrayList<>();
        if (shapeA.rank() != shapeB.rank()) {
            Wire larger = shapeA.rank() > shapeB.rank() ? a : b;
            info("Flatten")
                    .ifPresent(f -> found.add(
                            Repair.of(Insertion.of(network, f, larger, Map.of()), "design.fix.insert", "Flatten")));
            return found;
        }
        padded(a, b).ifPresent(found::add);
        // the skip is what has fewer layers of its own; it is the one to project
        boolean aIsSkip = own(a, b).size() < own(b, a).size();
        Wire skip = aIsSkip ? a : b;
        Shape from = aIsSkip ? shapeA : shapeB;
        Shape to = aIsSkip ? shapeB : shapeA;
        projection(skip, from, to).ifPresent(found::add);
        Wire main = aIsSkip ? b : a;
        projection(main, to, from).filter(r -> found.isEmpty()).ifPresent(found::add);
        widths(main, to, from, found);
        widths(skip, from, to, found);
        return found;
    }

    private Set<String> own(Wire wire, Wire other) {
        Set<String> own = around.ancestors(wire.from().node());
        own.removeAll(around.ancestors(other.from().node()));
        return own;
    }

    // every window on either way since they parted pads so that sizes stay
    private Optional<Repair> padded(Wire a, Wire b) {
        Set<String> both = own(a, b);
        both.addAll(own(b, a));
        Edit all = null;
        String changed = null;
        for (String node : both) {
            boolean shrinks = around.value(node, "padding", String.class)
                    .filter(p -> !p.equals("same"))
                    .isPresent();
            if (shrinks) {
                Edit one = Edits.setProperty(node, "padding", PropValue.of("same"));
                all = all == null ? one : all.then(one);
                changed = changed == null ? node : changed + ", " + node;
            }
        }
        return all == null || changed == null
                ? Optional.empty()
                : Optional.of(Repair.of(all, "design.fix.samePadding", changed));
    }

    private Optional<Repair> projection(Wire wire, Shape from, Shape to) {
        if (from.rank() == 2 && info("Dense").isPresent()) {
            return info("Dense")
                    .map(i -> Repair.of(
                            Insertion.of(network, i, wire, Map.of("units", PropValue.of((long) to.size(1)))),
                            "design.fix.projectDense",
                            to.size(1)));
        }
        int[] stride = from.rank() == 4 ? stride(from, to) : null;
        if (stride == null) {
            return Optional.empty();
        }
        Map<String, PropValue> settings = new LinkedHashMap<>();
        settings.put("filters", PropValue.of((long) to.size(1)));
        settings.put("kernel", PropValue.ints(1, 1));
        if (stride[0] != 1 || stride[1] != 1) {
            settings.put("stride", PropValue.ints(stride));
        }
        return info("Conv2d").map(i -> Repair.of(Insertion.of(network, i, wire, settings), "design.fix.project"));
    }

    // which strides make images of one size those of the other; null where none do
    private static int @Nullable [] stride(Shape from, Shape to) {
        int[] stride = new int[2];
        for (int i = 0; i < 2; i++) {
            int large = from.size(2 + i);
            int small = to.size(2 + i);
            stride[i] = Math.ceilDiv(large, small);
            if (small > large || Math.ceilDiv(large, stride[i]) != small) {
                return null;
            }
        }
        return stride;
    }

    // what made the channels or features on a wire makes as many as on the other
    private void widths(Wire wire, Shape from, Shape to, List<Repair> found) {
        if (from.rank() < 2 || from.size(1) == to.size(1)) {
            return;
        }
        around.upstream(wire.from().node(), "filters").ifPresent(n -> found.add(filters(n, to.size(1))));
        around.upstream(wire.from().node(), "units")
                .ifPresent(n -> found.add(Repair.of(
                        Edits.setProperty(n, "units", PropValue.of((long) to.size(1))),
                        "design.fix.units",
                        n,
                        to.size(1))));
    }

    private Optional<LayerInfo> info(String type) {
        return registry.find(type).map(l -> l.info());
    }
}
