package io.netwright.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.load.DataLoader;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.train.Command;
import io.netwright.train.LossHistory;
import io.netwright.train.Snapshot;
import io.netwright.train.Trainer;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.chart.Curve;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CurveSourceTest {

    private static LossHistory trained(int epochs) throws Exception {
        Network network = new Network(
                List.of(
                        Node.of("x", "Input"),
                        Node.of("dense1", "Dense").with("units", PropValue.of(3L)),
                        Node.of("loss", "CrossEntropy")),
                List.of(Wire.of("x.out", "dense1.in"), Wire.of("dense1.out", "loss.in")));
        TrainingPlan plan = TrainingPlan.of(
                network,
                LayerRegistry.STANDARD,
                DataLoader.load(DataSpec.of(new DataSource.Builtin("iris")), Path.of(".")),
                TrainingSpec.DEFAULT.withEpochs(epochs).withBatchSize(1));
        try (var trainer = new Trainer(plan)) {
            var done = new CompletableFuture<Snapshot>();
            trainer.listen(s -> {
                if (s.state() == Snapshot.State.FINISHED) {
                    done.complete(s);
                }
            });
            trainer.send(new Command.Start());
            done.get(50, TimeUnit.SECONDS);
            return trainer.history();
        }
    }

    @Test
    void thinnedOutACurveKeepsItsExtremesAndZoomedInItHasEveryStep() throws Exception {
        LossHistory history = trained(60);
        int batches = (int) (history.steps() / 60);
        CurveSource source = new CurveSource(history, batches);
        Curve whole = source.losses("", 0, Curve.Style.LINE, 0, Double.POSITIVE_INFINITY);
        assertEquals(2400, whole.size(), "two numbers a stretch");
        float[] all = new float[(int) history.steps()];
        history.read(0, all);
        double most = 0;
        for (float f : all) {
            most = Math.max(most, f);
        }
        assertEquals(most, Arrays.stream(whole.y()).max().orElseThrow(), "no spike is lost");

        Curve part = source.losses("", 0, Curve.Style.LINE, 10, 12);
        assertEquals(2 * batches + 4, part.size());
        assertEquals(history.loss(10L * batches), part.y()[2], 0);
        assertEquals(10 + 1.0 / batches, part.x()[2], 1e-9);
    }

    @Test
    void theTableHasEveryStepAndEveryEpoch() throws Exception {
        LossHistory history = trained(2);
        String[] lines =
                new CurveSource(history, (int) (history.steps() / 2)).csv().split("\n");
        assertEquals("step,epoch,loss,epoch_loss,validation_loss,train_accuracy,validation_accuracy", lines[0]);
        assertEquals(history.steps() + 1, lines.length);
        String[] last = lines[lines.length - 1].split(",");
        assertEquals(Long.toString(history.steps()), last[0]);
        assertEquals(2.0, Double.parseDouble(last[1]));
        assertEquals(history.loss(history.steps() - 1), Float.parseFloat(last[2]));
        assertEquals(history.epochs(0).getLast().loss(), Double.parseDouble(last[3]));
        assertTrue(lines[1].endsWith(",,,,"), lines[1]);
    }
}
