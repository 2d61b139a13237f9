package io.netwright.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation.Trained;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.core.Dense;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Wire;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainedTest {

    private final Compiler compiler = new Compiler(LayerRegistry.STANDARD);

    @Test
    void aNodeSaysWhatItTrainsAndWhichPropertyStartsIt() {
        Node dense = Node.of("dense1", "Dense").with("units", Dense.UNITS.encode(2));
        assertEquals(
                List.of(
                        new Trained("weight", Shape.of(3, 2), "weightInit"),
                        new Trained("bias", Shape.of(2), "biasInit")),
                compile(dense).trained().get("dense1"));
    }

    @Test
    void theShapeIsKnownWhereTheWrongNumberOfValuesWasRefused() {
        Node dense = Node.of("dense1", "Dense")
                .with("units", Dense.UNITS.encode(2))
                .with("weightInit", Dense.WEIGHT_INIT.encode(new Initialiser.Explicit(List.of(1.0))));
        Compilation compiled = compile(dense);
        assertTrue(compiled.hasErrors());
        assertEquals(
                List.of(new Trained("weight", Shape.of(3, 2), "weightInit")),
                compiled.trained().get("dense1"));
    }

    private Compilation compile(Node dense) {
        Network network =
                new Network(List.of(Node.of("input1", "Input"), dense), List.of(Wire.of("input1.out", "dense1.in")));
        return compiler.compile(network, DataSignature.values(Shape.of(3), 2), Compiler.Mode.TRAINING);
    }
}
