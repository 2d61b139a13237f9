package io.netwright.step;

import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.op.Value;
import io.netwright.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A recorded step as plain records, for JSON: lists of lists of numbers, as deep as there are axes; null for what the
/// step does not compute, such as the gradient of the data.
///
/// @param batch      how many samples
/// @param loss       before the update
/// @param nodes      in the order of the network
/// @param parameters in the order of the program
public record StepReport(int batch, double loss, List<NodeReport> nodes, List<ParameterReport> parameters) {

    /// One node.
    ///
    /// @param node      its name
    /// @param type      its layer
    /// @param outputs   what left it, by output port; a loss has the one port `loss`
    /// @param gradients the loss's derivative with respect to each output, by the same names
    public record NodeReport(
            String node,
            String type,
            SequencedMap<String, Object> outputs,
            SequencedMap<String, @Nullable Object> gradients) {}

    /// One parameter.
    ///
    /// @param gradient null where the loss does not depend on it
    /// @param after    as `before` where there is no gradient
    public record ParameterReport(
            String parameter, Object before, @Nullable Object gradient, Object after) {}

    /// @param network what was recorded
    public static StepReport of(StepRecording recording, Network network) {
        Program program = recording.program();
        StepState end = recording.stateAt(recording.size() - 1);
        List<NodeReport> nodes = network.nodes().values().stream()
                .map(n -> node(end, program, n))
                .toList();
        List<ParameterReport> parameters = program.parameters().stream()
                .map(p -> new ParameterReport(
                        p.name(),
                        end.before(p.name()).nested(),
                        nested(end.parameterGradient(p.name())),
                        end.kept(p.name()).nested()))
                .toList();
        return new StepReport(recording.batch(), end.loss().orElseThrow(), nodes, parameters);
    }

    private static NodeReport node(StepState end, Program program, Node node) {
        Map<String, Value> values = new LinkedHashMap<>();
        String prefix = node.name() + ".";
        program.ports().entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix) && e.getKey().indexOf('.', prefix.length()) < 0)
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> values.put(e.getKey().substring(prefix.length()), e.getValue()));
        Value loss = program.losses().get(node.name());
        if (loss != null) {
            values.put("loss", loss);
        }
        SequencedMap<String, Object> outputs = new LinkedHashMap<>();
        SequencedMap<String, @Nullable Object> gradients = new LinkedHashMap<>();
        values.forEach((port, v) -> {
            outputs.put(port, end.value(v).orElseThrow().nested());
            gradients.put(port, nested(end.gradient(v)));
        });
        return new NodeReport(node.name(), node.type(), outputs, gradients);
    }

    private static @Nullable Object nested(Optional<Numbers> numbers) {
        return numbers.map(Numbers::nested).orElse(null);
    }
}
