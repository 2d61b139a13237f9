package io.netwright.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.exchange.TestNetworks;
import io.netwright.exchange.certificate.OnnxSession;
import io.netwright.exchange.onnx.proto.GraphProto;
import io.netwright.exchange.onnx.proto.NodeProto;
import io.netwright.exchange.onnx.proto.TensorProto;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.op.CrossEntropy;
import io.netwright.op.Op;
import io.netwright.op.RandomMask;
import io.netwright.op.UnaryGrad;
import io.netwright.op.Value;
import io.netwright.program.Parameters;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.program.ProgramBuilder;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a model looks to those who open it.
class OnnxModelTest {

    @Test
    void aLayerIsOneOperatorAndNamesAreThoseOfTheDocument() {
        Network network = TestNetworks.chain(
                new int[] {1, 8, 8},
                Node.of("conv1", "Conv2d"),
                Node.of("pool1", "MaxPool2d"),
                Node.of("flatten1", "Flatten"),
                TestNetworks.dense("dense1", 3),
                Node.of("softmax1", "Softmax"));
        GraphProto graph = graph(network);
        assertEquals(
                List.of("conv1/Conv", "pool1/MaxPool", "flatten1/Flatten", "dense1/Gemm", "softmax1/Softmax"),
                graph.getNodeList().stream().map(NodeProto::getName).toList());
        assertEquals(
                List.of("conv1", "pool1", "flatten1", "dense1", "softmax1"),
                graph.getNodeList().stream().map(n -> n.getOutput(0)).toList());
        assertEquals(
                List.of("conv1.weight", "conv1.bias", "dense1.weight", "dense1.bias"),
                graph.getInitializerList().stream().map(TensorProto::getName).toList());
        assertEquals("x", graph.getInput(0).getName());
        assertEquals("softmax1", graph.getOutput(0).getName());
        for (var info : List.of(graph.getInput(0), graph.getOutput(0))) {
            var batch = info.getType().getTensorType().getShape().getDim(0);
            assertEquals("N", batch.getDimParam());
            assertFalse(batch.hasDimValue());
        }
        assertEquals(4, graph.getValueInfoCount(), "every value inside says its shape");
    }

    @Test
    void whatDoesNothingLeavesNoOperatorBehind() {
        GraphProto graph = graph(TestNetworks.chain(
                new int[] {4},
                TestNetworks.dense("dense1", 3),
                Node.of("dropout1", "Dropout"),
                Node.of("loss", "MSE")));
        assertEquals(List.of("Gemm"), operators(graph));
        assertEquals("dropout1", graph.getOutput(0).getName());
    }

    @Test
    void aValueThatLeavesTwiceHasBothNames() {
        Network chain =
                TestNetworks.chain(new int[] {4}, TestNetworks.dense("dense1", 3), Node.of("dropout1", "Dropout"));
        List<Node> nodes = new ArrayList<>(chain.nodes().values());
        nodes.add(Node.of("loss", "MSE"));
        List<Wire> wires = new ArrayList<>(chain.wires());
        wires.add(Wire.of("dense1.out", "loss.in"));
        Network network = new Network(nodes, wires);
        OnnxModel model = TestNetworks.export(network, Opset.DEFAULT, Precision.FLOAT32);
        GraphProto graph = model.proto().getGraph();
        assertEquals(List.of("Gemm", "Identity"), operators(graph));
        assertEquals(List.of("dense1", "dropout1"), List.copyOf(model.outputs().keySet()));
        assertTrue(TestNetworks.certify(model).passed());
    }

    @Test
    void anInputThatIsTheOutputHasTwoNames() {
        OnnxModel model = TestNetworks.export(
                TestNetworks.chain(new int[] {4}, Node.of("loss", "MSE")), Opset.DEFAULT, Precision.FLOAT32);
        GraphProto graph = model.proto().getGraph();
        assertEquals("x", graph.getInput(0).getName());
        assertEquals("x_2", graph.getOutput(0).getName());
        assertTrue(TestNetworks.certify(model).passed());
    }

    @Test
    void severalInputsAreSeveralInputs() {
        Network network = new Network(
                List.of(
                        Node.of("left", "Input").with("shape", PropValue.ints(3)),
                        Node.of("right", "Input").with("shape", PropValue.ints(3)),
                        Node.of("add1", "Add"),
                        TestNetworks.dense("dense1", 2)),
                List.of(
                        Wire.of("right.out", "add1.in"),
                        Wire.of("left.out", "add1.in"),
                        Wire.of("add1.out", "dense1.in")));
        OnnxModel model = TestNetworks.export(network, Opset.DEFAULT, Precision.FLOAT32);
        assertEquals(
                List.of("left", "right"),
                model.proto().getGraph().getInputList().stream()
                        .map(i -> i.getName())
                        .toList());
        assertTrue(TestNetworks.certify(model).passed());
    }

    @Test
    void namesThatCollideAreToldApart() {
        OnnxModel model = TestNetworks.export(
                TestNetworks.chain(
                        new int[] {4},
                        TestNetworks.dense("a", 3),
                        TestNetworks.dense("a.weight", 3),
                        Node.of("\u5c42 1", "GELU")),
                Opset.DEFAULT,
                Precision.FLOAT32);
        assertTrue(TestNetworks.certify(model).passed());
        assertEquals("\u5c42 1", model.proto().getGraph().getOutput(0).getName());
    }

    @ParameterizedTest
    @CsvSource({"17, 8", "18, 8", "19, 9", "20, 9", "21, 10"})
    void theFormatFollowsTheOpset(int opset, int ir) {
        OnnxModel model = TestNetworks.export(
                TestNetworks.chain(new int[] {4}, Node.of("gelu1", "GELU")), new Opset(opset), Precision.FLOAT32);
        assertEquals(ir, model.proto().getIrVersion());
        assertEquals(opset, model.proto().getOpsetImport(0).getVersion());
        assertEquals(
                opset >= 20 ? List.of("Gelu") : List.of("Div", "Erf", "Add", "Mul", "Mul"),
                operators(model.proto().getGraph()));
        assertTrue(TestNetworks.certify(model).passed());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 22, 0})
    void otherOpsetsAreRefusedWithThoseOffered(int opset) {
        var e = assertThrows(UserException.class, () -> new Opset(opset));
        assertEquals(List.of(17, 21), e.expected().args());
    }

    @Test
    void saysWhereItComesFrom() {
        Program program = TestNetworks.compile(TestNetworks.chain(new int[] {2}, TestNetworks.dense("dense1", 3)))
                .program()
                .orElseThrow();
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("netwright.seed", "7");
        OnnxModel model = OnnxExporter.export(new OnnxSource(
                program,
                TestNetworks.trained(program, Precision.FLOAT32, 1),
                Opset.DEFAULT,
                Precision.FLOAT32,
                null,
                new About("iris", Map.of("dense1", "Dense"), List.of("a", "b"), List.of("p", "q", "r"), metadata)));
        assertEquals("Netwright", model.proto().getProducerName());
        assertTrue(model.proto().getProducerVersion().matches("\\d+\\.\\d+\\.\\d+.*"));
        assertEquals("iris", model.proto().getGraph().getName());
        assertEquals("dense1 (Dense)", model.proto().getGraph().getNode(0).getDocString());
        assertEquals("a, b", model.proto().getGraph().getInput(0).getDocString());
        assertEquals("p, q, r", model.proto().getGraph().getOutput(0).getDocString());
        assertEquals("netwright.seed", model.proto().getMetadataProps(0).getKey());
        assertEquals("7", model.proto().getMetadataProps(0).getValue());
        assertArrayEquals(model.bytes(), model.bytes());
    }

    @Test
    void oneSessionTakesAnyBatch() throws OrtException {
        OnnxModel model = TestNetworks.export(
                TestNetworks.chain(
                        new int[] {2, 5, 5}, Node.of("flatten1", "Flatten"), TestNetworks.dense("dense1", 3)),
                Opset.DEFAULT,
                Precision.FLOAT32);
        OnnxSession.version(); // loads the library as the program does
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model.bytes())) {
            NodeInfo input = session.getInputInfo().get("x");
            assertArrayEquals(new long[] {-1, 2, 5, 5}, ((TensorInfo) input.getInfo()).getShape());
            assertArrayEquals(new String[] {"N", "", "", ""}, ((TensorInfo) input.getInfo()).getDimensionNames());
            for (int n : List.of(1, 13, 4)) {
                try (OnnxTensor x = OnnxTensor.createTensor(environment, new float[n][2][5][5]);
                        OrtSession.Result y = session.run(Map.of("x", x))) {
                    assertArrayEquals(
                            new long[] {n, 3},
                            ((TensorInfo) y.get("dense1").orElseThrow().getInfo()).getShape());
                }
            }
        }
    }

    @Test
    void float64IsKeptWhereItCanBe() {
        Network network = TestNetworks.chain(
                new int[] {2, 6, 6},
                Node.of("pool1", "MaxPool2d"),
                Node.of("bn1", "BatchNorm"),
                Node.of("flatten1", "Flatten"),
                TestNetworks.dense("dense1", 3),
                Node.of("lrelu1", "LeakyReLU"));
        OnnxModel kept = TestNetworks.export(network, Opset.DEFAULT, Precision.FLOAT64);
        assertEquals(Precision.FLOAT64, kept.precision());
        var certificate = TestNetworks.certify(kept);
        assertTrue(certificate.passed(), certificate.toString());
        assertEquals(1e-10, certificate.tolerance());
        OnnxModel cast = TestNetworks.export(
                TestNetworks.chain(new int[] {2, 6, 6}, Node.of("conv1", "Conv2d")), Opset.DEFAULT, Precision.FLOAT64);
        assertEquals(Precision.FLOAT32, cast.precision());
        assertEquals("exchange.note.float32", cast.notes().getFirst().key());
        assertTrue(TestNetworks.certify(cast).passed());
    }

    @Test
    void whatBelongsToTrainingIsRefused() {
        assertEquals("exchange.onnx.refused.training", refusal(new RandomMask(0.5, Shape.batchOf(3)), 0));
        assertEquals("exchange.onnx.refused.training", refusal(new UnaryGrad(UnaryFn.RELU, 0), 3));
        assertEquals("exchange.onnx.refused.loss", refusal(new CrossEntropy(false), 2));
        Program training = new Compiler(LayerRegistry.STANDARD)
                .compile(
                        TestNetworks.chain(new int[] {2}, TestNetworks.dense("dense1", 3), Node.of("loss", "MSE")),
                        DataSignature.values(Shape.of(2), 3),
                        Compiler.Mode.TRAINING)
                .program()
                .orElseThrow();
        Parameters numbers = Parameters.initial(training, Precision.FLOAT32, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new OnnxSource(
                        training, numbers, Opset.DEFAULT, Precision.FLOAT32, null, About.named("training")));
    }

    private static String refusal(Op op, int operands) {
        ProgramBuilder b = new ProgramBuilder();
        b.at("x", Phase.FORWARD);
        Value x = b.input("X", Shape.batchOf(3));
        b.at("it", Phase.FORWARD);
        b.output("y", b.apply("", op, java.util.Collections.nCopies(operands, x)));
        var e = assertThrows(
                UserException.class, () -> TestNetworks.export(b.build(false), Opset.DEFAULT, Precision.FLOAT32));
        assertEquals("it", e.what().args().getFirst());
        return e.what().key();
    }

    private static GraphProto graph(Network network) {
        return TestNetworks.export(network, Opset.DEFAULT, Precision.FLOAT32)
                .proto()
                .getGraph();
    }

    private static List<String> operators(GraphProto graph) {
        return graph.getNodeList().stream().map(NodeProto::getOpType).toList();
    }
}
