package io.netwright.advice;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compilation.NodeCost;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A network looked over as a whole: what each layer makes and costs, what they cost together, and what there is to
/// say.
///
/// @param rows   in the order of the network
/// @param total  all layers together
/// @param notes  the compiler's diagnostics, errors first, and then the [Findings]
public record Review(List<Row> rows, NodeCost total, List<Diagnostic> notes) {

    public Review {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /// One layer.
    ///
    /// @param info  of its type; null where nobody knows it
    /// @param shape what leaves at its first output; null where that is not known, or nothing leaves
    /// @param cost  null where it could not be built
    public record Row(
            Node node,
            @Nullable LayerInfo info,
            @Nullable Shape shape,
            @Nullable NodeCost cost) {}

    /// @param data what the network is to run on; null where none is chosen
    public static Review of(LayerRegistry registry, Compilation compilation, @Nullable DataSignature data) {
        List<Row> rows = new ArrayList<>();
        for (Node node : compilation.network().nodes().values()) {
            LayerInfo info = registry.find(node.type()).map(l -> l.info()).orElse(null);
            Shape shape = registry.outputs(node).stream()
                    .findFirst()
                    .map(p -> compilation.shapes().get(new Port(node.name(), p.name())))
                    .orElse(null);
            NodeCost cost = compilation.costs().get(node.name());
            rows.add(new Row(node, info, shape, cost));
        }
        List<Diagnostic> notes = new ArrayList<>();
        compilation.diagnostics().stream().filter(Diagnostic::isError).forEach(notes::add);
        compilation.diagnostics().stream().filter(d -> !d.isError()).forEach(notes::add);
        notes.addAll(Findings.of(registry, compilation, data));
        return new Review(rows, compilation.cost(), notes);
    }
}
