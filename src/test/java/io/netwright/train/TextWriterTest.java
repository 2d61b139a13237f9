package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.load.DataLoader;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import io.netwright.text.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A network whose scores for the next character are a row of a table, which the test writes: so what it must write,
/// and how often, is known beforehand.
class TextWriterTest {

    private static final String TEXT = "abcd";

    @TempDir
    Path folder;

    private TrainingPlan plan;
    private Parameters weights;
    private Tensor table;

    @BeforeEach
    void plan() throws Exception {
        Files.writeString(folder.resolve("t.txt"), TEXT.repeat(30));
        Network network = Nets.chain(
                Node.of("tokens", "TokenInput"),
                Node.of("table", "Embedding").with("width", PropValue.of(4L)),
                Node.of("loss", "CrossEntropy"));
        plan = TrainingPlan.of(
                network,
                LayerRegistry.STANDARD,
                DataLoader.load(DataSpec.of(new DataSource.Text("t.txt", 8, 8)), folder),
                TrainingSpec.DEFAULT);
        weights = plan.initial(1);
        table = weights.find("table.weight").orElseThrow();
        for (int i = 0; i < table.size(); i++) {
            table.set(i, 0);
        }
    }

    @Test
    void itTakesTheLikeliestWhereTheTemperatureIsZero() {
        for (int c = 0; c < 4; c++) {
            table.set(4 * c + (c + 1) % 4, 0.5);
        }
        // longer than a sample, so that the beginning goes out of sight
        assertEquals("dabcdabcdabcdabcdabc", new TextWriter(plan).write(weights, "abc", 20, 0, 1));
        assertEquals("bcda", new TextWriter(plan).write(weights, "abcdabcdabcda", 4, 0, 1));
    }

    @Test
    void itDrawsAsOftenAsTheSoftmaxOfTheScoresOverTheTemperatureSays() {
        double[] scores = {0, 1, 2, -1};
        for (int i = 0; i < 16; i++) {
            table.set(i, scores[i % 4]);
        }
        int n = 4000;
        for (double temperature : new double[] {0.5, 1, 3}) {
            String text = new TextWriter(plan).write(weights, "a", n, temperature, 11);
            double sum = 0;
            for (double s : scores) {
                sum += Math.exp(s / temperature);
            }
            for (int c = 0; c < 4; c++) {
                int letter = TEXT.charAt(c);
                double share = (double) text.chars().filter(x -> x == letter).count() / n;
                double p = Math.exp(scores[c] / temperature) / sum;
                // four standard deviations
                assertEquals(p, share, 4 * Math.sqrt(p * (1 - p) / n) + 1e-9, temperature + " " + c);
            }
        }
    }

    @Test
    void theSeedDecides() {
        TextWriter writer = new TextWriter(plan);
        String first = writer.write(weights, "a", 40, 1, 7);
        assertEquals(first, writer.write(weights, "a", 40, 1, 7));
        assertNotEquals(first, writer.write(weights, "a", 40, 1, 8));
        assertEquals(40, writer.write(weights, "", 40, 1, 7).length());
    }

    @Test
    void aCharacterThatItNeverSawIsNamed() {
        UserException e = assertThrows(UserException.class, () -> new TextWriter(plan).write(weights, "a?", 1, 1, 1));
        assertTrue(e.what().args().contains("?"), e.toString());
    }

    @Test
    void aNetworkOfAnythingElseCannotWrite() {
        TrainingPlan iris = Nets.plan(
                Nets.chain(Nets.input(), Nets.dense("dense1", 3), Node.of("loss", "CrossEntropy")),
                Nets.builtin("iris"),
                TrainingSpec.DEFAULT);
        assertThrows(UserException.class, () -> new TextWriter(iris));
    }
}
