package io.netwright.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.edit.Design;
import io.netwright.edit.Editor;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever a person has drawn: each repair that is offered makes its diagnostic go away, and undo takes it back.
class RepairsPropertyTest {

    private static final DataSignature IMAGES = DataSignature.classes(Shape.of(1, 12, 12), 10);
    private static final LayerRegistry REGISTRY = LayerRegistry.STANDARD;

    @Property(tries = 150)
    void whatIsOfferedHelps(@ForAll long seed) {
        Design design = new Design(network(new Random(seed)), Layout.EMPTY);
        Compilation compiled = compile(design);
        List<Diagnostic> problems = new ArrayList<>(compiled.diagnostics());
        problems.addAll(Findings.of(REGISTRY, compiled, IMAGES));
        for (Diagnostic problem : problems) {
            for (Repairs.Tried offered : new Repairs(REGISTRY, design, compiled, IMAGES).of(problem)) {
                Editor editor = new Editor(design);
                assertTrue(editor.apply(offered.repair().edit()));
                Compilation after = compile(editor.design());
                List<Diagnostic> left = new ArrayList<>(after.diagnostics());
                left.addAll(Findings.of(REGISTRY, after, IMAGES));
                assertTrue(
                        left.stream().noneMatch(d -> same(d, problem)),
                        () -> problem + " is there after " + offered.repair().label() + " on " + design.network());
                editor.undo();
                assertEquals(design, editor.design());
            }
        }
    }

    private static final List<String> USUAL = List.of("Dense", "Conv2d", "MaxPool2d", "Flatten", "Add");

    /// Problems that should always have a way out, over many networks.
    @Property(tries = 1)
    void theUsualSlipsHaveAWayOut() {
        TreeMap<String, int[]> helped = new TreeMap<>();
        for (int seed = 0; seed < 400; seed++) {
            Design design = new Design(network(new Random(seed)), Layout.EMPTY);
            Compilation compiled = compile(design);
            for (Diagnostic problem : compiled.diagnostics()) {
                int[] count = helped.computeIfAbsent(problem.message().key(), k -> new int[2]);
                count[0]++;
                if (!new Repairs(REGISTRY, design, compiled, IMAGES).of(problem).isEmpty()) {
                    count[1]++;
                }
            }
        }
        for (String always : List.of(
                "layers.problem.denseNeedsFlat",
                "layers.problem.kernelTooLarge",
                "layers.problem.mseOnClasses",
                "core.problem.cycle",
                "core.problem.unwired",
                "core.problem.unknownLayer",
                "core.problem.property")) {
            int[] count =
                    Objects.requireNonNull(helped.get(always), () -> always + " never came up in " + helped.keySet());
            assertEquals(count[0], count[1], always);
        }
    }

    // a chain as people draw it, with slips: wild settings, missing layers, wires to anywhere
    private static Network network(Random random) {
        List<LayerInfo> layers = REGISTRY.all().stream().map(l -> l.info()).toList();
        Network network = new Network(List.of(Node.of("input1", "Input")), List.of());
        String last = "input1";
        int length = 2 + random.nextInt(7);
        for (int i = 0; i < length; i++) {
            // half of them from the few that most networks are made of, however long the catalogue grows
            LayerInfo info = random.nextBoolean()
                    ? layers.get(random.nextInt(layers.size()))
                    : REGISTRY.find(USUAL.get(random.nextInt(USUAL.size())))
                            .orElseThrow()
                            .info();
            String name = network.freeName(info.stem());
            String type = random.nextInt(20) == 0 ? info.type() + "x" : info.type();
            network = network.plus(settings(Node.of(name, type), random));
            if (!info.inputs().isEmpty() && random.nextInt(12) > 0) {
                network = wired(network, last, name, info);
            }
            if (!info.outputs().isEmpty()) {
                last = name;
            }
        }
        List<String> names = List.copyOf(network.nodes().sequencedKeySet());
        for (int i = 0; i < random.nextInt(3); i++) {
            String from = names.get(random.nextInt(names.size()));
            String to = names.get(random.nextInt(names.size()));
            LayerInfo info = REGISTRY.find(network.nodes().get(to).type())
                    .map(l -> l.info())
                    .orElse(null);
            if (info != null && !info.inputs().isEmpty() && !from.equals(to)) {
                network = wired(network, from, to, info);
            }
        }
        return network;
    }

    private static Network wired(Network network, String from, String to, LayerInfo info) {
        String out = REGISTRY.find(network.nodes().get(from).type())
                .filter(l -> !l.info().outputs().isEmpty())
                .map(l -> l.info().outputs().getFirst().name())
                .orElse("out");
        return network.plus(new Wire(
                new Port(from, out), new Port(to, info.inputs().getFirst().name())));
    }

    private static Node settings(Node node, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> node.with("kernel", PropValue.ints(15, 15));
            case 1 -> node.with("units", PropValue.of(-4L));
            case 2 -> node.with("groups", PropValue.of(3L));
            case 3 -> node.with("filters", PropValue.of(6L));
            case 4 -> node.with("axis", PropValue.of(3L));
            default -> node;
        };
    }

    private static boolean same(Diagnostic a, Diagnostic b) {
        return a.message().key().equals(b.message().key())
                && Objects.equals(a.node(), b.node())
                && Objects.equals(a.port(), b.port())
                && Objects.equals(a.property(), b.property());
    }

    private static Compilation compile(Design design) {
        return new Compiler(REGISTRY).compile(design.network(), IMAGES, Compiler.Mode.TRAINING);
    }
}
