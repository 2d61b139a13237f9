package io.netwright.advice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptiveFieldTest {

    /// VGG-16: the last pool sees 212 x 212 pixels (Araujo et al., Distill 2019, table 1).
    @Test
    void theLastPoolOfVggSeesWhatIsPublished() {
        List<Node> nodes = new ArrayList<>(List.of(Node.of("image", "Input")));
        int made = 0;
        for (int convolutions : new int[] {2, 2, 3, 3, 3}) {
            for (int i = 0; i < convolutions; i++) {
                nodes.add(Node.of("conv" + ++made, "Conv2d")
                        .with("filters", PropValue.of(2L))
                        .with("padding", PropValue.of("same")));
            }
            nodes.add(Node.of("pool" + made, "MaxPool2d"));
        }
        Network network = chain(nodes);
        assertArrayEquals(new int[] {212, 212}, of(network, "pool13"));
        assertArrayEquals(new int[] {3, 3}, of(network, "conv1"));
        assertArrayEquals(new int[] {1, 1}, of(network, "image"));
    }

    @Test
    void whatSeesEverythingHasNone() {
        Network network = chain(List.of(Node.of("image", "Input"), Node.of("flatten1", "Flatten")));
        assertTrue(ReceptiveField.of(LayerRegistry.STANDARD, compile(network), "flatten1")
                .isEmpty());
    }

    private static Network chain(List<Node> nodes) {
        Network network = new Network(nodes, List.of());
        for (int i = 1; i < nodes.size(); i++) {
            network = network.plus(
                    Wire.of(nodes.get(i - 1).name() + ".out", nodes.get(i).name() + ".in"));
        }
        return network;
    }

    private static int[] of(Network network, String node) {
        return ReceptiveField.of(LayerRegistry.STANDARD, compile(network), node).orElseThrow();
    }

    private static Compilation compile(Network network) {
        return new Compiler(LayerRegistry.STANDARD)
                .compile(network, DataSignature.classes(Shape.of(3, 224, 224), 10), Compiler.Mode.TRAINING);
    }
}
