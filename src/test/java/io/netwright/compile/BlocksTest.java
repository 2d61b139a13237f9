package io.netwright.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.program.Program;
import io.netwright.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the compiler makes of blocks: names, shapes, costs and where problems are.
class BlocksTest {

    private static Node dense(String name, int units) {
        return Node.of(name, "Dense").with("units", PropValue.of(units));
    }

    /// Dense and ReLU, from `in` to `out`.
    private static Network pair(int units) {
        return new Network(
                List.of(
                        Node.of("in", Block.INPUT),
                        dense("dense1", units),
                        Node.of("relu1", "ReLU"),
                        Node.of("out", Block.OUTPUT)),
                List.of(
                        Wire.of("in.out", "dense1.in"),
                        Wire.of("dense1.out", "relu1.in"),
                        Wire.of("relu1.out", "out.in")));
    }

    private static Network around(Node block) {
        return new Network(
                List.of(
                        Node.of("x", "Input").with("shape", PropValue.ints(4)),
                        block,
                        dense("head", 1),
                        Node.of("loss", "MSE")),
                List.of(
                        Wire.of("x.out", "block1.in"),
                        Wire.of("block1.out", "head.in"),
                        Wire.of("head.out", "loss.in")));
    }

    private static Compilation compile(Network n) {
        return new Compiler(LayerRegistry.STANDARD).compile(n, null, Compiler.Mode.TRAINING);
    }

    private static List<String> names(Compilation c) {
        assertEquals(List.of(), c.diagnostics());
        return c.program().orElseThrow().parameters().stream()
                .map(Program.Parameter::name)
                .toList();
    }

    @Test
    void parametersAreNamedByTheWayIn() {
        Node inner = Node.of("inner", Block.of(pair(4)));
        Network outer = new Network(
                List.of(Node.of("in", Block.INPUT), inner, Node.of("out", Block.OUTPUT)),
                List.of(Wire.of("in.out", "inner.in"), Wire.of("inner.out", "out.in")));
        Compilation c = compile(around(Node.of("block1", Block.of(outer))));
        assertEquals(
                List.of("block1.inner.dense1.weight", "block1.inner.dense1.bias", "head.weight", "head.bias"),
                names(c));
        assertEquals(Shape.batchOf(4), c.shapes().get(new Port("block1", "out")));
        assertEquals(Shape.batchOf(4), c.shapes().get(new Port("block1.in", "out")));
        assertEquals(Shape.batchOf(4), c.shapes().get(new Port("block1.inner.relu1", "out")));
        assertEquals(20, c.costs().get("block1").parameters());
        assertEquals(20, c.costs().get("block1.inner").parameters());
        assertEquals(25, c.parameters());
    }

    @Test
    void copiesHaveTheirNumberInTheName() {
        Compilation c = compile(around(Node.of("block1", Block.of(pair(4))).with(Block.REPEAT, PropValue.of(3))));
        assertEquals(
                List.of(
                        "block1.1.dense1.weight",
                        "block1.1.dense1.bias",
                        "block1.2.dense1.weight",
                        "block1.2.dense1.bias",
                        "block1.3.dense1.weight",
                        "block1.3.dense1.bias",
                        "head.weight",
                        "head.bias"),
                names(c));
        assertEquals(65, c.parameters());
        assertEquals(60, c.costs().get("block1.dense1").parameters());
        assertEquals(Shape.batchOf(4), c.shapes().get(new Port("block1.2.dense1", "out")));
    }

    @Test
    void linkedCopiesHaveOneSetOfWeights() {
        Compilation c = compile(around(Node.of("block1", Block.of(pair(4)))
                .with(Block.REPEAT, PropValue.of(3))
                .with(Block.LINKED, PropValue.of(true))));
        assertEquals(List.of("block1.dense1.weight", "block1.dense1.bias", "head.weight", "head.bias"), names(c));
        assertEquals(25, c.parameters());
        assertTrue(c.costs().get("block1").flops() >= 3 * 32);
    }

    @Test
    void onceRepeatedIsNotRepeated() {
        Program once = compile(around(Node.of("block1", Block.of(pair(4))).with(Block.REPEAT, PropValue.of(1))))
                .program()
                .orElseThrow();
        Program plain =
                compile(around(Node.of("block1", Block.of(pair(4))))).program().orElseThrow();
        assertEquals(plain, once);
    }

    @Test
    void problemsInsideABlockAreFoundThere() {
        Network broken =
                pair(4).replace("dense1", n -> n.with("units", PropValue.of(0))).minus(Wire.of("relu1.out", "out.in"));
        Compilation c = compile(around(Node.of("block1", Block.of(broken))));
        assertEquals(
                List.of("block1.dense1.units", "block1.out.in"),
                c.diagnostics().stream().map(Diagnostic::place).sorted().toList());
        assertEquals(2, c.within("block1").size());
    }

    @Test
    void aBlockWithoutItsInputSaysSoOnce() {
        Compilation c = compile(around(Node.of("block1", Block.of(pair(4))).with(Block.REPEAT, PropValue.of(2)))
                .minus(Wire.of("x.out", "block1.in")));
        assertEquals(
                List.of("block1.in"),
                c.diagnostics().stream().map(Diagnostic::place).toList());
    }

    @Test
    void onlyWhatFitsBehindItselfCanBeRepeated() {
        Network two = new Network(
                List.of(
                        Node.of("in", Block.INPUT),
                        Node.of("relu1", "ReLU"),
                        Node.of("out", Block.OUTPUT),
                        Node.of("b", Block.OUTPUT)),
                List.of(Wire.of("in.out", "relu1.in"), Wire.of("relu1.out", "out.in"), Wire.of("relu1.out", "b.in")));
        Compilation c = compile(around(Node.of("block1", Block.of(two)).with(Block.REPEAT, PropValue.of(2))));
        assertEquals(
                List.of("core.problem.repeatPorts"),
                c.diagnostics().stream().map(d -> d.message().key()).toList());
    }

    /// A path from a block out into the open and back in is no cycle as long as no layer feeds itself.
    @Test
    void aBlockMayFeedItselfThroughWhatIsOutside() {
        Network inside = new Network(
                List.of(
                        Node.of("a", Block.INPUT),
                        Node.of("b", Block.INPUT),
                        dense("dense1", 4),
                        dense("dense2", 4),
                        Node.of("c", Block.OUTPUT),
                        Node.of("out", Block.OUTPUT)),
                List.of(
                        Wire.of("a.out", "dense1.in"),
                        Wire.of("dense1.out", "c.in"),
                        Wire.of("b.out", "dense2.in"),
                        Wire.of("dense2.out", "out.in")));
        Network n = new Network(
                List.of(
                        Node.of("x", "Input").with("shape", PropValue.ints(4)),
                        Node.of("block1", Block.of(inside)),
                        Node.of("tanh1", "Tanh"),
                        Node.of("loss", "MSE")),
                List.of(
                        Wire.of("x.out", "block1.a"),
                        Wire.of("block1.c", "tanh1.in"),
                        Wire.of("tanh1.out", "block1.b"),
                        Wire.of("block1.out", "loss.in")));
        assertEquals(List.of(), compile(n).diagnostics());
        Network circle = n.minus(Wire.of("x.out", "block1.a")).plus(Wire.of("block1.c", "block1.a"));
        assertEquals(
                List.of("block1.dense1"),
                compile(circle).diagnostics().stream()
                        .filter(d -> d.message().key().equals("core.problem.cycle"))
                        .map(Diagnostic::place)
                        .toList());
    }

    @Test
    void fromInsideABlockItsLayersAreSeenUnderTheirOwnNames() {
        Node block = Node.of("block1", Block.of(pair(4))).with(Block.REPEAT, PropValue.of(2));
        Compilation inside = compile(around(block)).inside(List.of("block1"));
        assertEquals(pair(4), inside.network());
        assertEquals(Shape.of(Shape.N, 4), inside.shapes().get(new Port("in", "out")), "what comes in");
        assertEquals(Shape.of(Shape.N, 4), inside.shapes().get(new Port("dense1", "out")));
        // two copies of 4 x 4 weights and 4 biases
        assertEquals(40, inside.costs().get("dense1").parameters());
        assertEquals(List.of(), inside.diagnostics());

        Compilation wrong =
                compile(around(Node.of("block1", Block.of(pair(0))))).inside(List.of("block1"));
        assertEquals(
                List.of("dense1.units"),
                wrong.diagnostics().stream().map(Diagnostic::place).toList());
    }
}
