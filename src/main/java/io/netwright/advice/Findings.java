package io.netwright.advice;

import io.netwright.compile.Compilation;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.layer.Family;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a network may do but hardly anyone means: the slips that train badly without a word of complaint.
///
/// They are warnings of their own, apart from the compiler's: each is right in some network, so they are told where
/// someone asks for a review and not on the canvas.
public final class Findings {

    private static final String PREFIX = "design.finding.";
    private static final Set<String> LOGIT_LOSSES = Set.of("CrossEntropy", "BCEWithLogits", "FocalLoss");
    private static final Set<String> LINEAR = Set.of("Dense", "Conv1d", "Conv2d", "Conv3d");

    private final Surroundings around;
    private final Network network;
    private final Compilation compilation;
    private final @Nullable DataSignature data;
    private final List<Diagnostic> found = new ArrayList<>();

    private Findings(LayerRegistry registry, Compilation compilation, @Nullable DataSignature data) {
        this.network = compilation.network();
        this.around = new Surroundings(registry, network);
        this.compilation = compilation;
        this.data = data;
    }

    /// @return in the order of the nodes
    public static List<Diagnostic> of(LayerRegistry registry, Compilation compilation, @Nullable DataSignature data) {
        Findings findings = new Findings(registry, compilation, data);
        Set<String> towardsLoss = findings.towardsLoss();
        for (Node node : findings.network.nodes().values()) {
            findings.around.info(node.name()).ifPresent(info -> findings.judge(node, info, towardsLoss));
        }
        return List.copyOf(findings.found);
    }

    /// @return whether the diagnostic is one of these rather than the compiler's
    public static boolean isFinding(Diagnostic d) {
        return d.message().key().startsWith(PREFIX);
    }

    private void judge(Node node, LayerInfo info, Set<String> towardsLoss) {
        String name = node.name();
        if (info.family() == Family.LOSS) {
            scores(name);
            return;
        }
        if (!towardsLoss.isEmpty() && !towardsLoss.contains(name)) {
            tell(name, null, "deadEnd", name);
        } else if (around.outputs(name).size() > 1) {
            unusedOutputs(name);
        }
        if (network.wiresOutOf(name).size() == 1) {
            Node next = network.node(network.wiresOutOf(name).getFirst().to().node())
                    .orElseThrow();
            before(node, info, next);
        }
    }

    private void before(Node node, LayerInfo info, Node next) {
        String name = node.name();
        boolean activates = info.family() == Family.ACTIVATION && !node.type().equals("Softmax");
        if (activates && LOGIT_LOSSES.contains(next.type())) {
            tell(name, null, "activationOnLogits", node.type(), next.name());
        }
        if (next.type().equals("BatchNorm")
                && around.value(name, "bias", Boolean.class).orElse(false)) {
            tell(name, "bias", "biasBeforeNorm", next.name());
        }
        if (LINEAR.contains(node.type()) && next.type().equals(node.type())) {
            tell(next.name(), null, "noActivation", name, next.name());
        }
    }

    private void scores(String loss) {
        Wire wire = around.onlyWireInto(loss).orElse(null);
        Shape shape = wire == null ? null : compilation.shapes().get(wire.from());
        Node node = network.nodes().get(loss);
        if (data != null
                && data.classIndices()
                && node != null
                && node.type().equals("CrossEntropy")
                && shape != null
                && shape.rank() == 2
                && shape.size(1) != data.classes()) {
            tell(loss, null, "classes", shape.size(1), data.classes());
        }
    }

    private void unusedOutputs(String name) {
        Set<Port> taken = new HashSet<>();
        network.wiresOutOf(name).forEach(w -> taken.add(w.from()));
        around.outputs(name).stream()
                .filter(p -> !taken.contains(new Port(name, p.name())))
                .forEach(p -> found.add(new Diagnostic(
                        Diagnostic.Severity.WARNING,
                        name,
                        p.name(),
                        null,
                        Message.of(PREFIX + "unusedOutput", p.name()))));
    }

    // empty where there is no loss yet
    private Set<String> towardsLoss() {
        Set<String> reached = new HashSet<>();
        for (Node node : network.nodes().values()) {
            around.info(node.name())
                    .filter(i -> i.family() == Family.LOSS)
                    .ifPresent(i -> reached.addAll(around.ancestors(node.name())));
        }
        return reached;
    }

    private void tell(String node, @Nullable String property, String key, Object... args) {
        found.add(new Diagnostic(Diagnostic.Severity.WARNING, node, null, property, Message.of(PREFIX + key, args)));
    }
}
