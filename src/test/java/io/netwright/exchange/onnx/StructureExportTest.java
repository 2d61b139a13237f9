package io.netwright.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.exchange.TestNetworks;
import io.netwright.exchange.certificate.Certificate;
import io.netwright.exchange.onnx.proto.TensorProto;
import io.netwright.exchange.onnx.proto.ValueInfoProto;
import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import io.netwright.tensor.Precision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A network with two inputs, two outputs, blocks in blocks and shared weights, in an independent runtime.
class StructureExportTest {

    private static Network network() {
        Sketch inner = new Sketch();
        Port x = inner.input("in");
        Port h = inner.add(TestNetworks.dense("dense1", 4), x);
        inner.output("out", inner.add("tanh1", "Tanh", inner.add("bn1", "BatchNorm", h)));
        Sketch outer = new Sketch();
        Port a = outer.input("x");
        Port memory = outer.input("memory");
        Port b = outer.add(Node.of("inner", inner.block()), a);
        outer.output("y", outer.add("add1", "Add", b, memory));
        Sketch s = new Sketch();
        Port left = s.add("left", "Input", Map.of("shape", PropValue.ints(3)));
        Port right = s.add("right", "Input", Map.of("shape", PropValue.ints(4)));
        Port first = s.add(TestNetworks.dense("first", 4), left);
        s.add(Node.of("linked", outer.block())
                .with(Block.REPEAT, PropValue.of(3))
                .with(Block.LINKED, PropValue.of(true)));
        s.wire(first, "linked", "x");
        s.wire(right, "linked", "memory");
        s.add(Node.of("own", outer.block()).with(Block.REPEAT, PropValue.of(2)));
        s.wire(new Port("linked", "y"), "own", "x");
        s.wire(first, "own", "memory");
        s.add(TestNetworks.dense("head1", 2), new Port("own", "y"));
        s.add(
                TestNetworks.dense("shared", 4).with(Node.SHARES_WITH, PropValue.of("own.2.inner.dense1")),
                new Port("linked", "y"));
        return s.network();
    }

    @Test
    void onnxRuntimeComputesTheSame() {
        for (Precision precision : Precision.values()) {
            OnnxModel model = TestNetworks.export(network(), Opset.DEFAULT, precision);
            assertEquals(
                    List.of("left", "right"), names(model.proto().getGraph().getInputList()));
            assertEquals(
                    List.of("head1", "shared"), names(model.proto().getGraph().getOutputList()));
            Certificate c = TestNetworks.certify(model);
            assertTrue(c.passed(), c.text().toString());
            assertEquals(2, c.outputs().size());
        }
    }

    private static List<String> names(List<ValueInfoProto> values) {
        return values.stream().map(ValueInfoProto::getName).sorted().toList();
    }

    @Test
    void sharedWeightsAreThereOnce() {
        List<String> weights =
                TestNetworks.export(network(), Opset.DEFAULT, Precision.FLOAT32)
                        .proto()
                        .getGraph()
                        .getInitializerList()
                        .stream()
                        .map(TensorProto::getName)
                        .filter(name -> name.endsWith("dense1.weight") || name.startsWith("shared"))
                        .sorted()
                        .toList();
        assertEquals(
                List.of("linked.inner.dense1.weight", "own.1.inner.dense1.weight", "own.2.inner.dense1.weight"),
                weights);
    }
}
