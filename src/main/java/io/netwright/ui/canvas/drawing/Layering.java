package io.netwright.ui.canvas.drawing;

import io.netwright.network.Network;
import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.AutoLayout.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/// Sorts nodes into layers with the Eclipse Layout Kernel's layered algorithm (Sugiyama's method): feedback wires are
/// found, layers assigned, crossings reduced, nodes straightened. Ports are fixed where the cards have them.
final class Layering {

    /// Where a card's first port lies; the same for all, so that chains come out straight.
    private static final double PORT_Y = CardMetrics.PORT_Y;

    private static final int MOST_STRAIGHTENED = 300;
    private static final int TRUNK = 10;
    private static final int DEEPEST = 500;
    private static final long DEEP_STACK = 1L << 28;

    static {
        // makes ELK's own types known to it, without which it cannot copy its options
        LayoutMetaDataService.getInstance();
    }

    private Layering() {}

    static Columns columns(Network network, Set<String> part, Function<String, Size> size) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, AutoLayout.GAP_Y);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, AutoLayout.GAP_Y / 2);
        // straighter, but too slow for a network that nobody looks at as a whole
        graph.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY,
                part.size() <= MOST_STRAIGHTENED
                        ? NodePlacementStrategy.NETWORK_SIMPLEX
                        : NodePlacementStrategy.BRANDES_KOEPF);
        // of equally good drawings, the one in the order in which the person made the nodes
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        Map<String, ElkPort> inputs = new LinkedHashMap<>();
        Map<String, ElkPort> outputs = new LinkedHashMap<>();
        for (String name : network.nodes().keySet()) {
            if (part.contains(name)) {
                ElkNode node = ElkGraphUtil.createNode(graph);
                Size s = size.apply(name);
                node.setDimensions(s.width(), s.height());
                node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
                nodes.put(name, node);
                inputs.put(name, port(node, PortSide.WEST, 0));
                outputs.put(name, port(node, PortSide.EAST, s.width()));
            }
        }
        Set<String> trunk = new HashSet<>();
        for (Wire w : network.wires()) {
            if (part.contains(w.from().node()) && !w.from().node().equals(w.to().node())) {
                ElkEdge edge =
                        ElkGraphUtil.createSimpleEdge(outputs.get(w.from().node()), inputs.get(w.to().node()));
                // the first wire out of a node is the trunk, the others are branches off it
                if (trunk.add(w.from().node())) {
                    edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, TRUNK);
                }
            }
        }
        layOut(graph, part.size());
        return read(nodes);
    }

    // parts of ELK walk a graph recursively, so that a long chain needs a deep stack
    private static void layOut(ElkNode graph, int size) {
        Runnable layout = () -> new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
        if (size <= DEEPEST) {
            layout.run();
            return;
        }
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread deep = new Thread(null, layout, "layout", DEEP_STACK);
        deep.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
        deep.start();
        try {
            deep.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        Throwable e = failure.get();
        if (e != null) {
            throw new IllegalStateException("layout of " + size + " nodes", e);
        }
    }

    private static ElkPort port(ElkNode node, PortSide side, double x) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setLocation(x, PORT_Y);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        return port;
    }

    // nodes of a layer share their left edge, or their middle where they differ in width
    private static Columns read(Map<String, ElkNode> nodes) {
        TreeMap<Long, List<String>> byX = new TreeMap<>();
        Map<String, Double> y = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            long middle = Math.round(node.getX() + node.getWidth() / 2);
            byX.computeIfAbsent(middle, k -> new ArrayList<>()).add(name);
            y.put(name, node.getY());
        });
        byX.values().forEach(column -> column.sort(Comparator.comparingDouble(y::get)));
        return new Columns(new ArrayList<>(byX.values()), y);
    }
}
