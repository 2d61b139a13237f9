package io.netwright.compile;

import io.netwright.compile.Compilation.Head;
import io.netwright.layer.Family;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can only be judged of a network as a whole, and of its losses together with the data.
final class WholeNetwork {

    private static final String CROSS_ENTROPY = "CrossEntropy";
    /// Losses that take one score a class, one answer, or either.
    private static final Set<String> OF_CLASSES = Set.of(CROSS_ENTROPY, "NLL");

    private static final Set<String> OF_ANSWERS = Set.of("BCEWithLogits", "BCE", "CosineEmbedding");
    private static final Set<String> OF_EITHER = Set.of("Focal", "Dice", "Hinge");

    private WholeNetwork() {}

    /// @param ports what leaves each layer, as far as it could be built
    static void check(
            Network network,
            List<Leaf> leaves,
            List<Head> heads,
            LayerRegistry registry,
            @Nullable DataSignature data,
            Map<Port, Value> ports,
            Found found) {
        if (network.nodes().isEmpty()) {
            found.error(Message.of("core.problem.empty"));
            return;
        }
        List<Family> families = leaves.stream()
                .map(leaf -> registry.find(leaf.node().type()))
                .flatMap(Optional::stream)
                .map(layer -> layer.info().family())
                .toList();
        if (!families.contains(Family.INPUT)) {
            found.error(Message.of("core.problem.noInput"));
        }
        if (!families.contains(Family.LOSS)) {
            found.warn(null, null, Message.of("core.problem.noLoss"));
        }
        Map<String, Leaf> byPath = new HashMap<>();
        leaves.forEach(leaf -> byPath.put(leaf.path(), leaf));
        for (Head head : heads) {
            Leaf loss = byPath.get(head.loss());
            Leaf source = byPath.get(head.prediction().node());
            if (loss == null || source == null) {
                continue;
            }
            if (head.type().equals(CROSS_ENTROPY) && source.node().type().equals("Softmax")) {
                found.warn(source.place(), null, Message.of("core.problem.doubleSoftmax", loss.place()));
            }
            Value prediction = ports.get(head.prediction());
            if (prediction != null && data != null) {
                classes(head, loss, prediction, data, found);
            }
        }
    }

    /// A class that the network has no output for could never be predicted, nor its loss be computed.
    private static void classes(Head head, Leaf loss, Value prediction, DataSignature data, Found found) {
        if (!data.classIndices()) {
            return;
        }
        int logits = prediction.shape().rank() < 2 ? 1 : prediction.shape().size(-1);
        boolean ofClasses = OF_CLASSES.contains(head.type()) || logits > 1 && OF_EITHER.contains(head.type());
        boolean ofAnswers = OF_ANSWERS.contains(head.type()) || logits == 1 && OF_EITHER.contains(head.type());
        if (ofClasses && logits < data.classes()) {
            found.error(loss.place(), "in", Message.of("core.problem.tooFewOutputs", data.classes(), logits));
        }
        if (ofAnswers && data.classes() > 2) {
            found.error(loss.place(), Message.of("core.problem.binaryClasses", data.classes()));
        }
    }
}
