package io.netwright.ui.canvas;

import io.netwright.advice.Fit;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import io.netwright.ui.canvas.drawing.ShapeText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which wires a network can take, and why not the others. A wire with a shape that does not fit can be drawn all the
/// same: whoever draws it is told before, and afterwards there are ways out.
final class Wiring {

    private Wiring() {}

    /// @return whether an input port takes many wires
    static boolean isVariadic(LayerRegistry registry, Network network, Port input) {
        return network.node(input.node())
                .flatMap(n -> registry.inputs(n).stream()
                        .filter(p -> p.name().equals(input.port()))
                        .findFirst())
                .map(PortInfo::variadic)
                .orElse(false);
    }

    /// @param without a wire that the new one replaces
    /// @return why there cannot be a wire from output `from` to input `to`; empty where there can
    static Optional<Message> refusal(Network network, Port from, Port to, Optional<Wire> without) {
        if (from.node().equals(to.node())) {
            return Optional.of(Message.of("design.canvas.refuse.self"));
        }
        Wire wire = new Wire(from, to);
        if (network.wires().contains(wire) && !without.equals(Optional.of(wire))) {
            return Optional.of(Message.of("design.canvas.refuse.there"));
        }
        if (downstream(network, to.node()).contains(from.node())) {
            return Optional.of(Message.of("design.canvas.refuse.cycle", to.node(), from.node()));
        }
        return Optional.empty();
    }

    /// @param without a wire that the new one replaces
    /// @return what there is to say to a wire from output `from` to input `to`
    static Verdict judge(CanvasViewModel model, Network network, Port from, Port to, Optional<Wire> without) {
        Optional<Message> refusal = refusal(network, from, to, without);
        if (refusal.isPresent()) {
            return new Verdict(Verdict.Kind.REFUSED, refusal.get());
        }
        Fit.Answer answer = model.fit(network).wire(from, to);
        Message problem = answer.problem();
        if (problem != null) {
            return new Verdict(Verdict.Kind.MISFIT, Message.of("design.canvas.misfit", problem));
        }
        List<Wire> there = isVariadic(model.registry(), network, to) ? List.of() : network.wiresInto(to);
        if (!there.isEmpty()) {
            return new Verdict(
                    Verdict.Kind.FITS,
                    Message.of("design.canvas.replaces", there.getFirst().from().node()));
        }
        Shape in = answer.in();
        Shape out = answer.out();
        return new Verdict(
                Verdict.Kind.FITS,
                in == null || out == null
                        ? null
                        : Message.of("design.canvas.becomes", ShapeText.of(in), ShapeText.of(out)));
    }

    /// @return `node` and everything that its values reach
    static Set<String> downstream(Network network, String node) {
        Map<String, List<String>> next = new HashMap<>();
        for (Wire w : network.wires()) {
            next.computeIfAbsent(w.from().node(), k -> new ArrayList<>()).add(w.to().node());
        }
        Set<String> reached = new HashSet<>(Set.of(node));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String n : next.getOrDefault(open.pop(), List.of())) {
                if (reached.add(n)) {
                    open.push(n);
                }
            }
        }
        return reached;
    }

    /// @return the nodes so that each comes after what feeds it, as far as there is no cycle; else as in the network
    static List<String> inOrder(Network network) {
        Map<String, Integer> waiting = new HashMap<>();
        for (Wire w : network.wires()) {
            waiting.merge(w.to().node(), 1, Integer::sum);
        }
        List<String> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        boolean progress = true;
        while (progress) {
            progress = false;
            for (String name : network.nodes().keySet()) {
                if (!done.contains(name) && waiting.getOrDefault(name, 0) <= 0) {
                    done.add(name);
                    order.add(name);
                    network.wiresOutOf(name).forEach(w -> waiting.merge(w.to().node(), -1, Integer::sum));
                    progress = true;
                }
            }
        }
        network.nodes().keySet().stream().filter(n -> !done.contains(n)).forEach(order::add);
        return order;
    }
}
