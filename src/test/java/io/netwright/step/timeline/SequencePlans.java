package io.netwright.step.timeline;

import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.load.DataLoader;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Small networks over a short text.
final class SequencePlans {

    private static final String TEXT =
            "she sells sea shells by the sea shore; the shells she sells are sea shells. ".repeat(6);

    private SequencePlans() {}

    static TrainingPlan recurrent(TrainingSpec spec) {
        return plan(
                spec,
                Node.of("lstm1", "LSTM").with("units", PropValue.of(5)),
                Node.of("drop1", "Dropout").with("rate", PropValue.of(0.2)));
    }

    static TrainingPlan attention(TrainingSpec spec) {
        return plan(
                spec,
                Node.of("positions1", "LearnedPositions"),
                Node.of("attention1", "MultiHeadAttention")
                        .with("heads", PropValue.of(2))
                        .with("causal", PropValue.of(true)),
                Node.of("ln1", "LayerNorm"));
    }

    private static TrainingPlan plan(TrainingSpec spec, Node... middle) {
        Node[] all = new Node[middle.length + 4];
        all[0] = Node.of("tokens", "TokenInput");
        all[1] = Node.of("embedding1", "Embedding").with("width", PropValue.of(6));
        System.arraycopy(middle, 0, all, 2, middle.length);
        all[all.length - 2] = Nets.dense("logits", (int) TEXT.chars().distinct().count());
        all[all.length - 1] = Node.of("loss", "CrossEntropy");
        Network network = Nets.chain(all);
        try {
            Path folder = Files.createTempDirectory("netwright-text");
            Path file = Files.writeString(folder.resolve("text.txt"), TEXT);
            try {
                return TrainingPlan.of(
                        network,
                        LayerRegistry.STANDARD,
                        DataLoader.load(DataSpec.of(new DataSource.Text("text.txt", 8, 8)), folder),
                        spec);
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
