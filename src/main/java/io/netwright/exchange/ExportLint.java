package io.netwright.exchange;

import io.netwright.compile.Compilation;
import io.netwright.data.LoadedData;
import io.netwright.layer.Family;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.References;
import io.netwright.program.Parameters;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says of a network, before it is exported, what a file of it will not have and what its reader has to know.
public final class ExportLint {

    private static final Set<Family> COMPUTES_NOTHING = Set.of(Family.INPUT, Family.LOSS);

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
        Network network = compilation.network();
        Set<String> computing = program.in(Phase.FORWARD).stream()
                .map(i -> References.place(network, i.node()))
                .collect(Collectors.toSet());
        nodes(network, "", computing);
        compilation.heads().stream()
                .filter(distinctBy(h -> References.place(network, h.loss())))
                .forEach(this::loss);
    }

    /// @param place what stands before the names of the network's nodes: empty, or `block1.`
    private void nodes(Network network, String place, Set<String> computing) {
        for (Node node : network.nodes().values()) {
            String here = place + node.name();
            Family family =
                    registry.find(node.type()).map(l -> l.info().family()).orElse(Family.INPUT);
            if (node.isBlock()) {
                nodes(node.inside().network(), here + ".", computing);
            } else if (!COMPUTES_NOTHING.contains(family)
                    && !LayerRegistry.structure()
                            .contains(registry.find(node.type()).orElseThrow())
                    && !computing.contains(here)) {
                notes.add(ExportNote.info(here, Message.of("exchange.note.omitted", here, node.type())));
            }
        }
    }

    private static <T> Predicate<T> distinctBy(Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        return t -> seen.add(key.apply(t));
    }

    private void loss(Compilation.Head head) {
        String loss = References.place(compilation.network(), head.loss());
        notes.add(ExportNote.info(loss, Message.of("exchange.note.loss", loss, head.type())));
        String activation =
                switch (head.type()) {
                    case "CrossEntropy" -> "softmax";
                    case "BCEWithLogits" -> "sigmoid";
                    default -> "";
                };
        if (!activation.isEmpty()) {
            String from =
                    References.place(compilation.network(), head.prediction().node());
            notes.add(ExportNote.info(from, Message.of("exchange.note.logits", from, head.type(), activation)));
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
