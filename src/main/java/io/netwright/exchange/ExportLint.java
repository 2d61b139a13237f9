package io.netwright.exchange;

import io.netwright.compile.Compilation;
import io.netwright.data.LoadedData;
import io.netwright.layer.Family;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.program.Parameters;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says of a network, before it is exported, what a file of it will not have and what its reader has to know.
public final class ExportLint {

    private final Compilation compilation;
    private final Program program;
    private final LayerRegistry registry;
    private final List<ExportNote> notes = new ArrayList<>();

    private ExportLint(Compilation compilation, Program program, LayerRegistry registry) {
        this.compilation = compilation;
        this.program = program;
        this.registry = registry;
    }

    /// @param compilation   compiled for evaluation; without a program there is nothing to say
    /// @param parameters    its numbers; null where there are none yet
    /// @param data          the project's data; null where there are none
    /// @param scalingInside as in [ExportOptions]
    public static List<ExportNote> check(
            Compilation compilation,
            @Nullable Parameters parameters,
            @Nullable LoadedData data,
            boolean scalingInside,
            LayerRegistry registry) {
        if (compilation.program().isEmpty()) {
            return List.of();
        }
        ExportLint lint = new ExportLint(compilation, compilation.program().orElseThrow(), registry);
        lint.nodes();
        if (parameters != null) {
            lint.numbers(parameters);
        }
        if (data != null && !data.preprocessing().scaler().isIdentity()) {
            lint.notes.add(ExportNote.info(
                    null, Message.of(scalingInside ? "exchange.note.scalingInside" : "exchange.note.scalingOutside")));
        }
        return List.copyOf(lint.notes);
    }

    private void nodes() {
        Set<String> computing =
                program.in(Phase.FORWARD).stream().map(i -> i.node()).collect(Collectors.toSet());
        for (Node node : compilation.network().nodes().values()) {
            Family family =
                    registry.find(node.type()).map(l -> l.info().family()).orElse(Family.INPUT);
            if (family == Family.LOSS) {
                loss(node);
            } else if (family != Family.INPUT && !computing.contains(node.name())) {
                notes.add(ExportNote.info(node.name(), Message.of("exchange.note.omitted", node.name(), node.type())));
            }
        }
    }

    private void loss(Node node) {
        notes.add(ExportNote.info(node.name(), Message.of("exchange.note.loss", node.name(), node.type())));
        String activation =
                switch (node.type()) {
                    case "CrossEntropy" -> "softmax";
                    case "BCEWithLogits" -> "sigmoid";
                    default -> "";
                };
        if (!activation.isEmpty()) {
            for (Wire wire : compilation.network().wiresInto(new Port(node.name(), "in"))) {
                notes.add(ExportNote.info(
                        wire.from().node(),
                        Message.of("exchange.note.logits", wire.from().node(), node.type(), activation)));
            }
        }
    }

    private void numbers(Parameters parameters) {
        parameters.all().forEach((name, tensor) -> {
            if (!isFinite(tensor)) {
                notes.add(ExportNote.warning(null, Message.of("exchange.note.notFinite", name)));
            }
        });
        program.states().stream().map(Program.State::node).distinct().forEach(node -> {
            boolean untouched = program.states().stream()
                    .filter(s -> s.node().equals(node))
                    .allMatch(s -> parameters.find(s.name()).stream().allMatch(t -> isAll(t, s.initial())));
            if (untouched) {
                notes.add(ExportNote.warning(node, Message.of("exchange.note.untrainedStatistics", node)));
            }
        });
    }

    private static boolean isFinite(Tensor t) {
        for (int i = 0; i < t.size(); i++) {
            if (!Double.isFinite(t.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAll(Tensor t, double value) {
        for (int i = 0; i < t.size(); i++) {
            if (t.get(i) != value) {
                return false;
            }
        }
        return true;
    }
}
