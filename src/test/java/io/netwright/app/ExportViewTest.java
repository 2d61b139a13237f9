package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.exchange.safetensors.SafeTensorsReader;
import io.netwright.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class ExportViewTest extends DiskDeskTest {

    @Start
    void start(Stage window) {
        open(window, iris(10));
    }

    @BeforeEach
    void goThere(FxRobot robot) {
        untilOpen();
        press(robot, "rail-export");
    }

    @Test
    void theCertificateShowsHowFarTheFileIsFromTheProgram(FxRobot robot) {
        assertTrue(isShown(robot, "#export-untrained"));
        train();
        assertFalse(isShown(robot, "#export-untrained"));
        Path file = folder.resolve("iris.onnx");
        exportTo(robot, file);
        assertEquals("Exported", text(robot, "verdict"));
        assertTrue(Files.exists(file));
        List<String> table = labels(robot, "#certificate .nw-certificate-table");
        // heads, then a row: output, shape, largest difference, relative
        assertEquals("N × 3", table.get(5), table::toString);
        double absolute = Double.parseDouble(table.get(6));
        assertTrue(absolute <= 1e-5, table::toString);
    }

    @Test
    void theWeightsAloneAreWhatWasTrained(FxRobot robot) throws Exception {
        train();
        press(robot, "format-safetensors");
        String suggested =
                fx(() -> robot.lookup("#export-file").queryAs(TextField.class).getText());
        assertEquals(home().resolve("iris.safetensors").toString(), suggested);
        assertFalse(isShown(robot, "#export-opset"), "an opset is for ONNX");
        Path file = folder.resolve("weights.safetensors");
        exportTo(robot, file);
        assertEquals("Exported", text(robot, "verdict"));
        SequencedMap<String, Tensor> weights =
                fx(() -> desk.training().weights()).get(20, TimeUnit.SECONDS).all();
        try (SafeTensorsReader read = SafeTensorsReader.open(file)) {
            assertEquals(Set.of("dense1.weight", "dense1.bias"), read.tensors().keySet());
            for (String name : weights.keySet()) {
                assertEquals(list(weights.get(name).toArray()), list(read.values(name)), name);
            }
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsSaid(FxRobot robot) {
        enter(robot, "export-file", folder.resolve("no-such-folder/m.onnx").toString());
        press(robot, "export-button");
        until("it is said", () -> isShown(robot, "#export-problem") && desk.isSettled());
        assertTrue(text(robot, "export-problem").contains("no-such-folder"), () -> text(robot, "export-problem"));
        assertFalse(isShown(robot, "#verdict"));

        enter(robot, "export-file", " ");
        press(robot, "export-button");
        assertTrue(text(robot, "export-problem").startsWith("This is no name of a file."));
        assertFalse(isShown(robot, "#verdict"));
    }

    private void exportTo(FxRobot robot, Path file) {
        enter(robot, "export-file", file.toString());
        press(robot, "export-button");
        until("the verdict is there", () -> isShown(robot, "#verdict"));
    }

    private static List<Double> list(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    private static List<String> labels(FxRobot robot, String query) {
        return fx(() -> robot.lookup(query).query().lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .collect(Collectors.toList()));
    }
}
