package io.netwright.edit;

import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Variables;
import io.netwright.network.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Random documents and random edits, each from a seed that jqwik shrinks.
final class RandomDesigns {

    private static final List<String> STEMS = List.of("dense", "conv", "add", "7");

    private RandomDesigns() {}

    static Arbitrary<List<Long>> gestures() {
        return Arbitraries.longs().between(0, 1L << 40).list().ofMaxSize(40);
    }

    /// A small document, part of its nodes unplaced, with cycles and wires to ports that no layer has.
    static Design design(long seed) {
        Random random = new Random(seed);
        Network network = Network.EMPTY;
        var placed = new LinkedHashMap<String, Position>();
        int size = random.nextInt(8);
        for (int i = 0; i < size; i++) {
            String name = network.freeName(pick(random, STEMS));
            network = network.plus(Node.of(name, "Dense").with("units", PropValue.of(random.nextInt(9))));
            if (random.nextBoolean()) {
                placed.put(name, position(random));
            }
        }
        for (int i = 0; size > 0 && i < random.nextInt(10); i++) {
            network = network.plus(wire(random, network));
        }
        Variables variables = random.nextBoolean() ? Variables.NONE.with("width", random.nextInt(9)) : Variables.NONE;
        return new Design(network, new Layout(placed), variables);
    }

    /// Any edit that a person could make to `design`, and some that name things that are not there.
    static Edit edit(Design design, long seed) {
        Random random = new Random(seed);
        Network n = design.network();
        String stem = pick(random, STEMS);
        if (n.nodes().isEmpty()) {
            return Edits.addNode("Dense", stem, random.nextBoolean() ? position(random) : null);
        }
        List<String> names = List.copyOf(n.nodes().keySet());
        String name = pick(random, names);
        List<String> some = names.stream().filter(x -> random.nextInt(3) == 0).toList();
        return switch (random.nextInt(22)) {
            case 0 -> Edits.addNode("Add", stem, position(random));
            case 1 ->
                Edits.addNodeWired(
                        "ReLU",
                        stem,
                        position(random),
                        new Wire(new Port(name, "out"), new Port(Edits.NEW, "in")),
                        false);
            case 2 -> Edits.insertNode("ReLU", stem, null, anyWire(random, n), "in", "out");
            case 3 -> Edits.move(Map.of(name, position(random), "nobody", position(random)));
            case 4 -> Edits.delete(some);
            case 5 -> Edits.deleteAndReconnect(some);
            case 6, 7 -> Edits.addWire(wire(random, n), random.nextBoolean());
            case 8 -> Edits.deleteWire(anyWire(random, n));
            case 9 -> Edits.rewire(anyWire(random, n), wire(random, n), random.nextBoolean());
            case 10 -> Edits.setProperty(name, "units", PropValue.of(random.nextInt(5)));
            case 11 -> Edits.resetProperty(name, "units");
            case 12 -> Edits.rename(name, n.freeName("renamed"));
            case 13 -> Edits.duplicate(some, 24, 24);
            case 14, 15 -> Blocks.group(some, "block", List.of(new Port(name, "out")));
            case 16 -> Blocks.unpack(anyBlock(random, n), node -> true);
            case 17 -> inside(design, anyBlock(random, n), random.nextLong());
            case 18 -> Edits.setVariable("width", random.nextInt(9));
            case 19 -> Edits.removeVariable("width");
            case 20 ->
                Edits.setProperty(
                        name,
                        "units",
                        design.variables()
                                .evaluate("2*width")
                                .map(PropValue.class::cast)
                                .orElse(PropValue.of(1)));
            default -> Edits.paste(design(random.nextLong()), 8, 8);
        };
    }

    /// An edit of what is inside a block.
    private static Edit inside(Design design, String block, long seed) {
        List<String> level = List.of(block);
        return Levels.at(design, level)
                .map(inner -> Levels.inside(level, edit(inner, seed)))
                .orElse(Edits.delete(List.of()));
    }

    private static String anyBlock(Random random, Network n) {
        List<String> blocks = n.nodes().values().stream()
                .filter(Node::isBlock)
                .map(Node::name)
                .toList();
        return blocks.isEmpty() ? "nobody" : pick(random, blocks);
    }

    private static Wire wire(Random random, Network n) {
        List<String> names = List.copyOf(n.nodes().keySet());
        return new Wire(
                new Port(pick(random, names), "out"), new Port(pick(random, names), pick(random, List.of("in", "b"))));
    }

    private static Wire anyWire(Random random, Network n) {
        return n.wires().isEmpty() ? wire(random, n) : pick(random, new ArrayList<>(n.wires()));
    }

    private static Position position(Random random) {
        return new Position(random.nextInt(100) * 8, random.nextInt(100) * 8);
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
