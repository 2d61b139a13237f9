package io.netwright.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.network.Block;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds of grouping and unpacking, whatever the document.
class BlockLawsTest {

    /// A document without the order that means nothing: nodes by name, and at each input what comes in, in order.
    record Meaning(Map<String, Node> nodes, Map<Port, List<Port>> inputs, Map<String, Position> places) {

        static Meaning of(Design d) {
            Map<Port, List<Port>> inputs = new HashMap<>();
            d.network().wires().forEach(w -> inputs.computeIfAbsent(w.to(), p -> new ArrayList<>())
                    .add(w.from()));
            return new Meaning(
                    new HashMap<>(d.network().nodes()),
                    inputs,
                    new HashMap<>(d.layout().positions()));
        }
    }

    private static Design placed(long seed) {
        Design d = RandomDesigns.design(seed);
        Map<String, Position> at = new HashMap<>();
        Random random = new Random(seed);
        d.network().nodes().keySet().forEach(n -> at.put(n, new Position(random.nextInt(99), random.nextInt(99))));
        return d.withLayout(l -> l.with(at));
    }

    private static List<String> some(Design d, long seed) {
        Random random = new Random(seed);
        return d.network().nodes().keySet().stream()
                .filter(n -> random.nextBoolean())
                .toList();
    }

    private static Design apply(Design d, Edit edit) {
        return edit.change().apply(d);
    }

    /// Some nodes use the weights of others.
    private static Design shared(Design d, long seed) {
        Random random = new Random(seed);
        List<String> names = List.copyOf(d.network().nodes().keySet());
        Design shared = d;
        for (String name : names) {
            if (random.nextInt(3) == 0) {
                String other = names.get(random.nextInt(names.size()));
                shared = shared.withNetwork(n -> n.replace(name, x -> x.with(Node.SHARES_WITH, PropValue.of(other))));
            }
        }
        return shared;
    }

    @Property
    void unpackUndoesGroup(@ForAll long seed, @ForAll long which) {
        Design d = shared(placed(seed), which);
        List<String> some = some(d, which);
        Design grouped = apply(d, Blocks.group(some, "block", List.of()));
        if (some.isEmpty()) {
            assertEquals(d, grouped);
            return;
        }
        assertEquals(
                d.network().nodes().size() - some.size() + 1,
                grouped.network().nodes().size());
        assertEquals(Meaning.of(d), Meaning.of(apply(grouped, Blocks.unpack("block1", n -> true))));
    }

    @Property
    void unpackUndoesGroupInsideBlocks(@ForAll long seed, @ForAll long which) {
        Design d = shared(placed(seed), which);
        List<String> some = some(d, which);
        Design outer = apply(d, Blocks.group(d.network().nodes().keySet(), "outer", List.of()));
        if (d.network().nodes().isEmpty()) {
            return;
        }
        List<String> level = List.of("outer1");
        Design grouped = apply(outer, Levels.inside(level, Blocks.group(some, "block", List.of())));
        Design back = apply(grouped, Levels.inside(level, Blocks.unpack("block1", n -> true)));
        assertEquals(
                Meaning.of(Levels.at(outer, level).orElseThrow()),
                Meaning.of(Levels.at(back, level).orElseThrow()));
        assertEquals(Meaning.of(d), Meaning.of(apply(back, Blocks.unpack("outer1", n -> true))));
    }

    /// The block has a port for each thing that comes in or goes out, and no wire dangles.
    @Property
    void everyWireOfABlockEndsAtAPort(@ForAll long seed, @ForAll long which) {
        Design d = placed(seed);
        List<String> some = some(d, which);
        if (some.isEmpty()) {
            return;
        }
        Network n = apply(d, Blocks.group(some, "block", List.of())).network();
        Block block = n.node("block1").orElseThrow().inside();
        Set<String> inputs = new HashSet<>();
        for (Wire w : n.wires()) {
            if (w.to().node().equals("block1")) {
                assertTrue(inputs.add(w.to().port()), "one wire at each port: " + w);
            }
            if (w.from().node().equals("block1")) {
                assertTrue(block.outputs().contains(w.from().port()));
            }
        }
        assertEquals(Set.copyOf(block.inputs()), inputs);
        block.outputs()
                .forEach(port -> assertEquals(
                        1, block.network().wiresInto(new Port(port, "in")).size()));
    }

    @Property
    void unrollingOneCopyChangesNothing(@ForAll long seed, @ForAll long which) {
        Design d = placed(seed);
        List<String> some = some(d, which);
        if (some.isEmpty()) {
            return;
        }
        Design grouped = apply(d, Blocks.group(some, "block", List.of()));
        Design once = apply(grouped, Edits.setProperty("block1", Block.REPEAT, PropValue.of(1)));
        assertEquals(
                Meaning.of(grouped).inputs(),
                Meaning.of(apply(once, Blocks.unroll("block1"))).inputs());
        assertEquals(Meaning.of(d), Meaning.of(apply(once, Blocks.unpack("block1", n -> true))));
    }

    /// Three copies, one behind the other; what has no output to come from comes in at each.
    @Example
    void unrollingChainsTheCopies() {
        Network inside = new Network(
                List.of(
                        Node.of("x", Block.INPUT),
                        Node.of("memory", Block.INPUT),
                        Node.of("add1", "Add"),
                        Node.of("y", Block.OUTPUT)),
                List.of(Wire.of("x.out", "add1.in"), Wire.of("memory.out", "add1.in"), Wire.of("add1.out", "y.in")));
        Network n = new Network(
                List.of(
                        Node.of("a", "Input"),
                        Node.of("b", "Input"),
                        Node.of("block1", Block.of(inside)).with(Block.REPEAT, PropValue.of(3)),
                        Node.of("end", "ReLU")),
                List.of(
                        Wire.of("a.out", "block1.x"),
                        Wire.of("b.out", "block1.memory"),
                        Wire.of("block1.y", "end.in")));
        Network flat = apply(new Design(n, Layout.EMPTY), Blocks.unpack("block1", x -> true))
                .network();
        assertEquals(
                Set.of(
                        Wire.of("a.out", "add1.in"),
                        Wire.of("b.out", "add1.in"),
                        Wire.of("add1.out", "add2.in"),
                        Wire.of("b.out", "add2.in"),
                        Wire.of("add2.out", "add3.in"),
                        Wire.of("b.out", "add3.in"),
                        Wire.of("add3.out", "end.in")),
                Set.copyOf(flat.wires()));
    }

    @Example
    void aPortThatIsRenamedInsideTakesItsWireAlong() {
        Design d = new Design(
                new Network(
                        List.of(Node.of("a", "Input"), Node.of("relu1", "ReLU"), Node.of("b", "ReLU")),
                        List.of(Wire.of("a.out", "relu1.in"), Wire.of("relu1.out", "b.in"))),
                Layout.EMPTY);
        Design grouped = apply(d, Blocks.group(List.of("relu1"), "block", List.of()));
        Design renamed = apply(grouped, Levels.inside(List.of("block1"), Edits.rename("in", "x")));
        assertEquals(
                List.of(Wire.of("a.out", "block1.x"), Wire.of("block1.out", "b.in")),
                renamed.network().wires());
        Design gone = apply(grouped, Levels.inside(List.of("block1"), Edits.delete(List.of("out"))));
        assertEquals(List.of(Wire.of("a.out", "block1.in")), gone.network().wires());
    }

    @Example
    void renamingFollowsInPathsOfWeights() {
        Network n = new Network(
                List.of(
                        Node.of("dense1", "Dense"),
                        Node.of(
                                "block1",
                                Block.of(new Network(
                                        List.of(Node.of("dense2", "Dense")
                                                .with(Node.SHARES_WITH, PropValue.of("../dense1"))),
                                        List.of()))),
                        Node.of("dense3", "Dense").with(Node.SHARES_WITH, PropValue.of("block1.dense2"))),
                List.of());
        Design d = new Design(n, Layout.EMPTY);
        Network renamed = apply(apply(d, Edits.rename("dense1", "first")), Edits.rename("block1", "head"))
                .network();
        assertEquals(
                "../first",
                renamed.node("head")
                        .orElseThrow()
                        .inside()
                        .network()
                        .node("dense2")
                        .orElseThrow()
                        .sharesWith()
                        .orElseThrow());
        assertEquals(
                "head.dense2", renamed.node("dense3").orElseThrow().sharesWith().orElseThrow());
        assertFalse(renamed.node("block1").isPresent());
    }
}
