package io.netwright.compile;

import io.netwright.compile.Compilation.Head;
import io.netwright.layer.Family;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.network.Port;
import io.netwright.op.Value;
import io.netwright.program.ProgramBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what a network predicts: what goes into a loss, else what nobody takes. It is named after the node that it
/// comes from, as it is seen from outside: what leaves a block is called like the block.
final class Outputs {

    private Outputs() {}

    /// @param ports what leaves each layer
    /// @param heads takes what the losses judge. Modified.
    static void name(
            Flattening.Result flat,
            LayerRegistry registry,
            Map<Port, Value> ports,
            ProgramBuilder program,
            List<Head> heads) {
        Set<Port> taken = new HashSet<>();
        Set<Port> judged = new HashSet<>();
        for (Leaf leaf : flat.leaves()) {
            boolean isLoss = registry.find(leaf.node().type())
                    .filter(l -> l.info().family() == Family.LOSS)
                    .isPresent();
            leaf.inputs().values().forEach(taken::addAll);
            if (isLoss) {
                leaf.inputs().values().forEach(judged::addAll);
                registry.inputs(leaf.node()).stream()
                        .findFirst()
                        .map(PortInfo::name)
                        .map(leaf::into)
                        .filter(sources -> !sources.isEmpty())
                        .ifPresent(sources ->
                                heads.add(new Head(leaf.path(), leaf.node().type(), sources.getFirst())));
            }
        }
        Map<Port, Port> outside = new HashMap<>();
        flat.exits().forEach((exit, source) -> {
            outside.putIfAbsent(source, exit);
            Value v = ports.get(source);
            if (v != null) {
                program.port(exit.toString(), v);
            }
        });
        for (Leaf leaf : flat.leaves()) {
            for (PortInfo info : registry.outputs(leaf.node())) {
                Port port = new Port(leaf.path(), info.name());
                Value v = ports.get(port);
                if (v != null && (judged.contains(port) || !taken.contains(port))) {
                    Port name = outside.getOrDefault(port, port);
                    program.output(name.port().equals("out") ? name.node() : name.toString(), v);
                }
            }
        }
    }
}
