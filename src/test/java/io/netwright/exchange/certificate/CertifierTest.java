package io.netwright.exchange.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.netwright.data.DataSet;
import io.netwright.data.Scaler;
import io.netwright.data.Target;
import io.netwright.exchange.TestNetworks;
import io.netwright.exchange.certificate.Certificate.Verdict;
import io.netwright.exchange.onnx.About;
import io.netwright.exchange.onnx.OnnxExporter;
import io.netwright.exchange.onnx.OnnxModel;
import io.netwright.exchange.onnx.OnnxSource;
import io.netwright.exchange.onnx.Opset;
import io.netwright.exchange.onnx.proto.ModelProto;
import io.netwright.exchange.onnx.proto.TensorProto;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.Messages;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CertifierTest {

    private static final Network NETWORK = TestNetworks.chain(
            new int[] {1, 8, 8},
            Node.of("conv1", "Conv2d").with("filters", PropValue.of(4)),
            Node.of("bn1", "BatchNorm"),
            Node.of("relu1", "ReLU"),
            Node.of("pool1", "MaxPool2d"),
            Node.of("flatten1", "Flatten"),
            TestNetworks.dense("dense1", 9),
            Node.of("gelu1", "GELU"),
            TestNetworks.dense("dense2", 5));

    private static final OnnxModel MODEL = TestNetworks.export(NETWORK, Opset.DEFAULT, Precision.FLOAT32);

    @Test
    void saysWhatWasRunAndOnWhat() {
        Certificate c = new Certifier(
                        MODEL,
                        null,
                        7,
                        List.of(1, 65),
                        Clock.fixed(Instant.parse("2026-11-01T10:00:00.5Z"), ZoneOffset.UTC))
                .certify(MODEL.bytes(), done -> {});
        assertEquals(Verdict.PASSED, c.verdict());
        assertEquals(new Certificate.Format(17, 8, Precision.FLOAT32), c.format());
        assertEquals("ONNX Runtime", c.runtime().name());
        assertTrue(
                c.runtime().version().matches("\\d+\\.\\d+\\.\\d+"), c.runtime().version());
        assertEquals(1e-5, c.tolerance());
        assertEquals(new Certificate.Inputs("", 0, 66, 7, false), c.inputs());
        assertEquals(Instant.parse("2026-11-01T10:00:00Z"), c.date());
        assertEquals(MODEL.bytes().length, c.bytes());
        assertEquals(64, c.sha256().length());
        Certificate.Output out = c.outputs().getFirst();
        assertEquals("dense2", out.name());
        assertEquals("N \u00d7 5", out.shape());
        assertTrue(out.maxAbsolute() > 0 && out.maxAbsolute() < 1e-5, out.toString());
        assertTrue(out.maxRelative() > 0 && out.maxRelative() < 1e-5, out.toString());
        assertEquals(c.maxAbsolute(), out.maxAbsolute());
        assertNull(c.divergence());
    }

    @Test
    void theSameSeedGivesTheSameCertificate() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Certificate first = new Certifier(MODEL, null, 7, List.of(3), clock).certify(MODEL.bytes(), done -> {});
        Certificate again = new Certifier(MODEL, null, 7, List.of(3), clock).certify(MODEL.bytes(), done -> {});
        Certificate other = new Certifier(MODEL, null, 8, List.of(3), clock).certify(MODEL.bytes(), done -> {});
        assertEquals(first, again);
        assertNotEquals(first.outputs(), other.outputs());
    }

    @Test
    void aWeightThatDiffersIsFoundAndItsNodeNamed() {
        for (String name : List.of("conv1.weight", "bn1.running_mean", "dense1.bias", "dense2.weight")) {
            Certificate c = TestNetworks.certify(MODEL, damaged(name, w -> w + 0.05));
            assertEquals(Verdict.DIFFERENT, c.verdict(), name);
            assertFalse(c.passed());
            assertFalse(c.outputs().getFirst().passed());
            Certificate.Divergence d = Objects.requireNonNull(c.divergence(), name);
            assertEquals(name.substring(0, name.indexOf('.')), d.node());
            assertTrue(d.maxAbsolute() > 1e-3, d.toString());
            assertTrue(d.rounding() != null && d.rounding() < 1e-4, d.toString());
        }
    }

    @Test
    void aDifferenceJustBeyondTheToleranceIsSeen() {
        Network one = TestNetworks.chain(new int[] {1}, TestNetworks.dense("dense1", 1));
        OnnxModel model = TestNetworks.export(one, Opset.DEFAULT, Precision.FLOAT32);
        assertTrue(TestNetworks.certify(model, damaged(model, "dense1.bias", b -> b + 0.8e-5))
                .passed());
        Certificate c = TestNetworks.certify(model, damaged(model, "dense1.bias", b -> b + 1.3e-5));
        assertEquals(Verdict.DIFFERENT, c.verdict());
        assertEquals(1.3e-5, c.maxAbsolute(), 2e-6);
    }

    @Test
    void aNumberThatIsNotFinitePassesNothing() {
        Program program = TestNetworks.compile(NETWORK).program().orElseThrow();
        Parameters parameters = TestNetworks.trained(program, Precision.FLOAT32, 5);
        parameters.find("dense1.bias").orElseThrow().set(3, Double.NaN);
        OnnxModel model = OnnxExporter.export(
                new OnnxSource(program, parameters, Opset.DEFAULT, Precision.FLOAT32, null, About.named("nan")));
        Certificate c = TestNetworks.certify(model);
        assertEquals(Verdict.NOT_FINITE, c.verdict());
        assertEquals("dense1", Objects.requireNonNull(c.divergence()).node());
        assertNull(c.json().get("maxAbsolute"), "JSON has no NaN and no infinity");
    }

    @Test
    void aFileThatTheRuntimeRefusesIsRejectedInItsWords() {
        ModelProto.Builder b = MODEL.proto().toBuilder();
        b.getGraphBuilder().getNodeBuilder(0).setOpType("Convolute");
        Certificate c = TestNetworks.certify(MODEL, b.build().toByteArray());
        assertEquals(Verdict.REFUSED, c.verdict());
        assertTrue(Objects.requireNonNull(c.refusal()).contains("Convolute"), c.refusal());
        assertFalse(c.passed());
        Certificate cut = TestNetworks.certify(MODEL, java.util.Arrays.copyOf(MODEL.bytes(), 100));
        assertEquals(Verdict.REFUSED, cut.verdict());
    }

    @Test
    void anOutputOfAnotherShapeIsADifference() {
        ModelProto.Builder b = MODEL.proto().toBuilder();
        var graph = b.getGraphBuilder();
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            TensorProto t = graph.getInitializer(i);
            if (t.getName().equals("dense2.weight")) {
                graph.setInitializer(i, wider(t, 9));
            } else if (t.getName().equals("dense2.bias")) {
                graph.setInitializer(i, wider(t, 1));
            }
        }
        graph.getOutputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(1)
                .setDimValue(6);
        Certificate c = TestNetworks.certify(MODEL, b.build().toByteArray());
        assertEquals(Verdict.DIFFERENT, c.verdict());
        assertEquals(Double.POSITIVE_INFINITY, c.maxAbsolute());
    }

    @Test
    void dataAndScalingAreTakenAsTheFileTakesThem() {
        double[] years = new double[40];
        for (int i = 0; i < years.length; i += 2) {
            years[i] = 2020.3 + 0.01 * i;
            years[i + 1] = -3e-4 + 1e-5 * i;
        }
        DataSet data = DataSet.table("years", List.of("year", "rate"), years, new Target.None());
        Scaler scaler = new Scaler(new double[] {2020.5, -2e-4}, new double[] {0.11, 1.1e-4}, 1);
        Network network =
                TestNetworks.chain(new int[] {2}, TestNetworks.dense("dense1", 7), TestNetworks.dense("dense2", 1));
        Program program = TestNetworks.compile(network).program().orElseThrow();
        for (Precision precision : Precision.values()) {
            OnnxModel model = OnnxExporter.export(new OnnxSource(
                    program,
                    TestNetworks.trained(program, precision, 5),
                    Opset.DEFAULT,
                    precision,
                    scaler,
                    About.named("years")));
            Samples samples = new Samples(data, new int[] {3, 1, 4, 15, 9}, "test");
            Certificate c =
                    new Certifier(model, samples, 1, List.of(1, 7), Clock.systemUTC()).certify(model.bytes(), d -> {});
            assertTrue(c.passed(), c.toString());
            assertEquals(new Certificate.Inputs("test", 8, 8, 1, true), c.inputs());
            assertTrue(c.outputs().getFirst().largest() < 100, "features of years would give outputs of thousands");
        }
    }

    @Test
    void speaksBothLanguagesAndJson() {
        Certificate passed = TestNetworks.certify(MODEL);
        Certificate failed = TestNetworks.certify(MODEL, damaged("dense1.weight", w -> w + 1));
        for (Locale locale : Messages.LOCALES) {
            Messages words = Messages.in(locale);
            for (Certificate c : List.of(passed, failed)) {
                for (Message line : c.text()) {
                    String text = words.format(line);
                    assertFalse(text.contains("!") || text.contains("{"), text);
                }
            }
        }
        String english = String.join(
                "\n",
                failed.text().stream().map(Messages.in(Locale.ENGLISH)::format).toList());
        assertTrue(english.startsWith("Rejected"), english);
        assertTrue(english.contains("first goes apart at dense1"), english);
        assertEquals(true, passed.json().get("passed"));
        assertEquals("passed", passed.json().get("verdict"));
        assertEquals("different", failed.json().get("verdict"));
        assertNotNull(failed.json().get("firstDivergence"));
        assertEquals(passed.json().keySet(), failed.json().keySet());
    }

    private static byte[] damaged(String initialiser, DoubleUnaryOperator change) {
        return damaged(MODEL, initialiser, change);
    }

    /// @return the file with the first number of an initialiser changed
    private static byte[] damaged(OnnxModel model, String initialiser, DoubleUnaryOperator change) {
        ModelProto.Builder b = model.proto().toBuilder();
        TensorProto.Builder t = b.getGraphBuilder().getInitializerBuilderList().stream()
                .filter(i -> i.getName().equals(initialiser))
                .findFirst()
                .orElseThrow();
        byte[] raw = t.getRawData().toByteArray();
        ByteBuffer numbers = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        numbers.putFloat(0, (float) change.applyAsDouble(numbers.getFloat(0)));
        t.setRawData(ByteString.copyFrom(raw));
        return b.build().toByteArray();
    }

    private static TensorProto wider(TensorProto t, int rows) {
        int axis = t.getDimsCount() - 1;
        return t.toBuilder()
                .setDims(axis, 6)
                .setRawData(ByteString.copyFrom(new byte[6 * rows * 4]))
                .build();
    }
}
