package io.netwright.cli;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compilation.NodeCost;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.data.LoadedData;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Node;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.tensor.Shape;
import io.netwright.train.DataSignatures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `netwright check`: compiles a project and says what every node is, and what is wrong.
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Project loaded = project.project();
        LoadedData data = project.dataOrNull();
        DataSignature signature = data == null ? null : DataSignatures.of(data.prepared());
        Compilation compiled =
                new Compiler(LayerRegistry.STANDARD).compile(loaded.network(), signature, Compiler.Mode.TRAINING);
        if (common.json()) {
            console.json(json(loaded, compiled));
        } else {
            print(loaded, compiled);
        }
        String file = project.folder().resolve(ProjectFile.NAME).toString();
        compiled.diagnostics().stream().filter(Diagnostic::isError).forEach(d -> console.err()
                .println(file + ": " + d.place() + ": " + console.messages().format(d.message())));
        return compiled.hasErrors() ? Exit.INVALID : Exit.OK;
    }

    private Map<String, ?> json(Project loaded, Compilation compiled) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("project", loaded.name());
        answer.put("valid", !compiled.hasErrors());
        answer.put("parameters", compiled.parameters());
        answer.put("trainable", compiled.cost().trainable());
        answer.put("flops", compiled.flops());
        answer.put(
                "nodes",
                loaded.network().nodes().values().stream()
                        .map(n -> node(n, compiled))
                        .toList());
        answer.put(
                "diagnostics",
                compiled.diagnostics().stream().map(this::diagnostic).toList());
        return answer;
    }

    private static Map<String, Object> node(Node node, Compilation compiled) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        compiled.shapes().forEach((port, shape) -> {
            if (port.node().equals(node.name())) {
                outputs.put(port.port(), axes(shape));
            }
        });
        NodeCost cost = compiled.costs().getOrDefault(node.name(), NodeCost.NONE);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("node", node.name());
        json.put("type", node.type());
        json.put("outputs", outputs);
        json.put("parameters", cost.parameters());
        json.put("trainable", cost.trainable());
        json.put("flops", cost.flops());
        return json;
    }

    /// The axes of a shape: numbers, and `"N"` (or `"4N"`) for those that grow with the batch.
    private static List<Object> axes(Shape shape) {
        List<Object> axes = new ArrayList<>();
        for (int i = 0; i < shape.rank(); i++) {
            int size = shape.size(i);
            axes.add(shape.isBatched(i) ? (size == 1 ? "N" : size + "N") : (Object) size);
        }
        return axes;
    }

    private Map<String, @Nullable Object> diagnostic(Diagnostic d) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("severity", d.severity().name().toLowerCase(Locale.ROOT));
        json.put("node", d.node());
        json.put("port", d.port());
        json.put("property", d.property());
        json.put("place", d.place());
        json.put("message", console.messages().format(d.message()));
        return json;
    }

    private void print(Project loaded, Compilation compiled) {
        for (Node node : loaded.network().nodes().values()) {
            NodeCost cost = compiled.costs().getOrDefault(node.name(), NodeCost.NONE);
            String shape = compiled.shapes().entrySet().stream()
                    .filter(e -> e.getKey().node().equals(node.name()))
                    .map(e -> e.getValue().toString())
                    .findFirst()
                    .orElse("-");
            console.line(String.format(
                    Locale.ENGLISH, "%-16s %-14s %-20s %,12d", node.name(), node.type(), shape, cost.parameters()));
        }
        console.say("cli.check.total", compiled.parameters(), compiled.flops());
        compiled.diagnostics().stream()
                .filter(d -> !d.isError())
                .forEach(d -> console.say("cli.check.warning", d.place(), d.message()));
        if (!compiled.hasErrors()) {
            console.say("cli.check.valid");
        }
    }
}
