package io.netwright.exchange.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {

    @TempDir
    Path folder;

    private final Program program = program();

    @Test
    void parametersAndStatesComeBackUnderTheirNames() {
        Parameters saved = Parameters.initial(program, Precision.FLOAT32, 7);
        saved.states().get("bn1.running_mean").set(2, 0.25);
        Path file = folder.resolve("w.safetensors");
        WeightsFile.save(file, saved);
        try (var reader = SafeTensorsReader.open(file)) {
            assertEquals(
                    List.of(4L, 1L, 3L, 3L),
                    reader.tensors().get("conv1.weight").shape(),
                    "[out, in, kh, kw]");
            assertEquals(List.of(64L, 5L), reader.tensors().get("dense1.weight").shape(), "[in, out]");
        }
        Parameters loaded = WeightsFile.load(file, program, Precision.FLOAT64);
        assertEquals(saved.all().keySet(), loaded.all().keySet());
        saved.all()
                .forEach((name, t) ->
                        assertArrayEquals(t.toArray(), loaded.all().get(name).toArray(), name));
        assertEquals(0.25, loaded.states().get("bn1.running_mean").get(2));
    }

    @Test
    void anotherShapeIsRefusedAndNothingIsTakenOver() {
        Map<String, Tensor> tensors = tensors();
        tensors.put("dense1.weight", Tensor.zeros(Precision.FLOAT32, 5, 64));
        UserException e = refused(tensors);
        assertEquals("dense1.weight", e.where().place());
        assertEquals("64 \u00d7 5", english(e.expected()));
        assertEquals("5 \u00d7 64", english(e.found()));
    }

    @Test
    void missingAndUnexpectedTensorsAreNamed() {
        Map<String, Tensor> tensors = tensors();
        tensors.remove("dense1.bias");
        assertContains("dense1.bias", refused(tensors));

        tensors = tensors();
        tensors.put("extra.weight", Tensor.zeros(Precision.FLOAT32, 2));
        assertContains("extra.weight", refused(tensors));

        tensors = tensors();
        tensors.put("dense9.bias", tensors.remove("dense1.bias"));
        UserException e = refused(tensors);
        assertContains("dense1.bias", e);
        assertContains("dense9.bias", e);
        assertEquals("dense1.bias", e.where().place());
    }

    private static void assertContains(String name, UserException e) {
        assertEquals(true, english(e.what()).contains(name), () -> name + " in: " + english(e.what()));
    }

    private static String english(io.netwright.text.Message m) {
        return Messages.in(Locale.ENGLISH).format(m);
    }

    private UserException refused(Map<String, Tensor> tensors) {
        Path file = folder.resolve("other.safetensors");
        SafeTensorsWriter.write(file, tensors, Map.of());
        Parameters parameters = Parameters.initial(program, Precision.FLOAT32, 3);
        Map<String, double[]> before = new LinkedHashMap<>();
        parameters.all().forEach((name, t) -> before.put(name, t.toArray()));
        var e = assertThrows(UserException.class, () -> WeightsFile.loadInto(file, parameters));
        assertEquals(file.toString(), e.where().file());
        parameters.all().forEach((name, t) -> assertArrayEquals(before.get(name), t.toArray(), name));
        return e;
    }

    private Map<String, Tensor> tensors() {
        return new LinkedHashMap<>(
                Parameters.initial(program, Precision.FLOAT32, 8).all());
    }

    private static Program program() {
        Network network = new Network(
                List.of(
                        Node.of("input1", "Input"),
                        Node.of("conv1", "Conv2d")
                                .with("filters", PropValue.of(4))
                                .with("padding", PropValue.of("same")),
                        Node.of("bn1", "BatchNorm"),
                        Node.of("flatten1", "Flatten"),
                        Node.of("dense1", "Dense").with("units", PropValue.of(5)),
                        Node.of("ce1", "CrossEntropy")),
                List.of(
                        Wire.of("input1.out", "conv1.in"),
                        Wire.of("conv1.out", "bn1.in"),
                        Wire.of("bn1.out", "flatten1.in"),
                        Wire.of("flatten1.out", "dense1.in"),
                        Wire.of("dense1.out", "ce1.in")));
        return new Compiler(LayerRegistry.STANDARD)
                .compile(network, DataSignature.classes(Shape.of(1, 4, 4), 5), Compiler.Mode.TRAINING)
                .program()
                .orElseThrow();
    }
}
