package io.netwright.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Blocks;
import io.netwright.edit.Design;
import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.edit.Levels;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Block;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Edits of blocks change what a network is called inside, never what it computes: loss and gradients stay the same.
class BlocksComputeTheSameTest {

    private static final int WIDTH = 3;
    private static final int BATCH = 5;

    /// A random network without cycles, of layers that keep the width: some merge, some use the weights of others.
    private static Network random(long seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        nodes.add(Node.of("x", "Input").with("shape", PropValue.ints(WIDTH)));
        List<String> dense = new ArrayList<>();
        int size = 3 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            String type = List.of("Dense", "Dense", "Tanh", "Add", "BatchNorm").get(random.nextInt(5));
            String name = "n" + i;
            Node node = Node.of(name, type);
            if (type.equals("Dense")) {
                node = node.with("units", PropValue.of(WIDTH));
                if (!dense.isEmpty() && random.nextInt(3) == 0) {
                    node = node.with(Node.SHARES_WITH, PropValue.of(dense.get(random.nextInt(dense.size()))));
                }
                dense.add(name);
            }
            int in = type.equals("Add") ? 2 + random.nextInt(2) : 1;
            for (int k = 0; k < in; k++) {
                String from = nodes.get(random.nextInt(nodes.size())).name();
                Wire wire = Wire.of(from + ".out", name + ".in");
                if (!wires.contains(wire)) {
                    wires.add(wire);
                }
            }
            nodes.add(node);
        }
        nodes.add(Node.of("end", "Add"));
        nodes.stream()
                .map(Node::name)
                .filter(n -> !n.equals("end")
                        && wires.stream().noneMatch(w -> w.from().node().equals(n)))
                .toList()
                .forEach(n -> wires.add(Wire.of(n + ".out", "end.in")));
        nodes.add(Node.of("loss", "MSE"));
        wires.add(Wire.of("end.out", "loss.in"));
        return new Network(nodes, wires);
    }

    /// @return the loss and all gradients, with parameters drawn by what they are called in the first network
    private static Map<String, double[]> run(Network network, UnaryOperator<String> original) {
        Compilation c = new Compiler(LayerRegistry.STANDARD).compile(network, null, Compiler.Mode.TRAINING);
        assertEquals(
                List.of(), c.diagnostics().stream().filter(Diagnostic::isError).toList());
        Program program = c.program().orElseThrow();
        Parameters parameters = Parameters.initial(program, Precision.FLOAT64, 1);
        parameters.all().forEach((name, t) -> fill(t, original.apply(name).hashCode()));
        Executor executor = new Executor(program, parameters, BATCH, true);
        executor.batch(BATCH);
        fill(executor.input(), 2);
        executor.targets(t -> fill(t, 3));
        executor.run(Run.PLAIN);
        executor.updateStates();
        Map<String, double[]> numbers = new LinkedHashMap<>();
        numbers.put("loss", new double[] {executor.loss()});
        for (Program.Parameter p : program.parameters()) {
            program.gradient(p.value())
                    .ifPresent(g -> numbers.put(
                            original.apply(p.name()), executor.tensor(g).toArray()));
        }
        program.states()
                .forEach(s -> numbers.put(
                        original.apply(s.name()), executor.tensor(s.value()).toArray()));
        return numbers;
    }

    private static void fill(Tensor t, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < t.size(); i++) {
            t.set(i, 0.5 + random.nextDouble());
        }
    }

    private static void assertSame(Map<String, double[]> expected, Map<String, double[]> actual) {
        assertEquals(
                expected.keySet().stream().sorted().toList(),
                actual.keySet().stream().sorted().toList());
        // sums over several ways are added up in another order, which may round differently
        expected.forEach((name, numbers) -> {
            double largest = Arrays.stream(numbers).map(Math::abs).max().orElse(1);
            assertArrayEquals(numbers, actual.get(name), 1e-12 * Math.max(1, largest), name);
        });
    }

    private static List<String> some(Network n, long seed) {
        Random random = new Random(seed);
        return n.nodes().keySet().stream().filter(x -> random.nextBoolean()).toList();
    }

    private static Design apply(Design d, Edit edit) {
        return edit.change().apply(d);
    }

    /// Of any selection, even one that what is outside leads through, and of blocks in blocks.
    @Property(tries = 300)
    void groupingChangesNoNumber(@ForAll long seed, @ForAll long which) {
        Design d = new Design(random(seed), Layout.EMPTY);
        List<String> some = some(d.network(), which);
        Design grouped = apply(d, Blocks.group(some, "block", List.of()));
        UnaryOperator<String> original = name -> name.replaceFirst("^block1\\.", "");
        Map<String, double[]> before = run(d.network(), n -> n);
        assertSame(before, run(grouped.network(), original));
        List<String> inner = some(grouped.network(), which + 1);
        Design twice = apply(grouped, Blocks.group(inner, "outer", List.of()));
        assertSame(before, run(twice.network(), n -> original.apply(n.replaceFirst("^outer1\\.", ""))));
    }

    /// A chain of copies, linked or not, computes what the same layers written out compute.
    @Property(tries = 100)
    void unpackingARepeatedBlockChangesNoNumber(@ForAll long seed, @ForAll boolean linked) {
        Network plain = random(seed);
        List<String> inside = plain.nodes().keySet().stream()
                .filter(n -> !n.equals("x") && !n.equals("loss"))
                .toList();
        Design d =
                apply(new Design(plain, Layout.EMPTY), Blocks.group(inside, "block", List.of(new Port("end", "out"))));
        int copies = 2 + (int) (Math.abs(seed % 3));
        Design repeated = apply(
                apply(d, Edits.setProperty("block1", Block.REPEAT, PropValue.of(copies))),
                Edits.setProperty("block1", Block.LINKED, PropValue.of(linked)));
        Map<String, double[]> before = run(repeated.network(), n -> n);
        Design unrolled = apply(repeated, Blocks.unroll("block1"));
        assertSame(before, run(unrolled.network(), name -> copyName(name, linked)));
        Design flat = apply(repeated, Blocks.unpack("block1", LayerRegistry.STANDARD::canHaveWeights));
        assertTrue(flat.network().nodes().values().stream()
                .noneMatch(n -> n.isBlock() && n.inside().network().nodes().size() > 2));
        List<String> names = flat.network().nodes().values().stream()
                .filter(n -> !n.isBlock() && !n.name().equals("x") && !n.name().equals("loss"))
                .map(Node::name)
                .toList();
        assertEquals(copies * inside.size(), names.size());
        assertSame(before, run(flat.network(), parameter -> {
            int dot = parameter.indexOf('.');
            int place = names.indexOf(parameter.substring(0, dot));
            String copy = linked ? "" : place / inside.size() + 1 + ".";
            return "block1." + copy + inside.get(place % inside.size()) + parameter.substring(dot);
        }));
    }

    /// `block1.dense1` and `block_1.dense1` were the first and the second copy.
    private static String copyName(String name, boolean linked) {
        if (linked) {
            return name;
        }
        Matcher copy = Pattern.compile("^block1_(\\d+)\\.").matcher(name);
        return copy.find()
                ? "block1." + (Integer.parseInt(copy.group(1)) + 1) + "." + name.substring(copy.end())
                : name.replaceFirst("^block1\\.", "block1.1.");
    }

    /// Renaming inside a block changes names and nothing else.
    @Property(tries = 50)
    void renamingChangesNoNumber(@ForAll long seed) {
        Design d = apply(
                new Design(random(seed), Layout.EMPTY), Blocks.group(List.of("n0", "n1", "n2"), "block", List.of()));
        Design renamed = apply(d, Levels.inside(List.of("block1"), Edits.rename("n1", "other")));
        assertSame(
                run(d.network(), n -> n),
                run(renamed.network(), name -> name.replaceFirst("^block1\\.other\\.", "block1.n1.")));
    }
}
