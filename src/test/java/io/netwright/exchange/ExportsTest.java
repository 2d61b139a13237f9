package io.netwright.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.data.load.DataLoader;
import io.netwright.exchange.certificate.Certificate;
import io.netwright.exchange.certificate.Certificate.Verdict;
import io.netwright.exchange.onnx.proto.ModelProto;
import io.netwright.exchange.safetensors.WeightsFile;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    private static final LoadedData IRIS = DataLoader.load(DataSpec.of(new DataSource.Builtin("iris")), Path.of("."));

    private static final Network NETWORK = TestNetworks.chain(
            new int[] {4},
            TestNetworks.dense("dense1", 16),
            Node.of("bn1", "BatchNorm"),
            Node.of("relu1", "ReLU"),
            Node.of("dropout1", "Dropout"),
            TestNetworks.dense("dense2", 3),
            Node.of("loss", "CrossEntropy"));

    private static final Compilation COMPILED = new Compiler(LayerRegistry.STANDARD)
            .compile(NETWORK, DataSignature.classes(Shape.of(4), 3), Compiler.Mode.EVALUATION);

    private static final Program PROGRAM = COMPILED.program().orElseThrow();

    private static final Parameters PARAMETERS = TestNetworks.trained(PROGRAM, Precision.FLOAT32, 5);

    @TempDir
    Path folder;

    @Test
    void aConfirmedModelIsPutInItsPlace() throws Exception {
        Path file = folder.resolve("iris.onnx");
        List<Double> progress = new ArrayList<>();
        ExportResult result = new Exports().export(onnx(file), (what, done) -> progress.add(done));
        assertTrue(result.exported());
        assertEquals(file, result.file());
        assertEquals(List.of("iris.onnx"), names());
        Certificate c = Objects.requireNonNull(result.certificate());
        assertTrue(c.passed());
        assertEquals(sha256(file), c.sha256());
        assertEquals(Files.size(file), c.bytes());
        assertEquals("test", c.inputs().part());
        assertTrue(c.inputs().unscaled());
        assertEquals(95, c.inputs().dataSamples());
        assertEquals(List.of(1, 2, 3, 7, 17, 65), c.batches());
        assertEquals(0, progress.getFirst());
        assertEquals(1, progress.getLast());
        assertEquals(progress.stream().sorted().toList(), progress);
        assertEquals(
                List.of("format", "exported", "file", "verdict"),
                result.json().keySet().stream().limit(4).toList());
    }

    @Test
    void theModelSaysWhatGoesInAndWhatComesOut() throws IOException {
        Path file = folder.resolve("iris.onnx");
        new Exports().export(onnx(file), ExportMonitor.NONE);
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
        Map<String, String> metadata = new LinkedHashMap<>();
        model.getMetadataPropsList().forEach(p -> metadata.put(p.getKey(), p.getValue()));
        assertEquals("flowers", metadata.get("netwright.project"));
        assertEquals("7", metadata.get("netwright.seed"));
        assertEquals("[\"setosa\",\"versicolor\",\"virginica\"]", metadata.get("netwright.classes"));
        assertTrue(metadata.get("netwright.features").contains("petal"), metadata::toString);
        assertEquals("standardise", metadata.get("netwright.scaling"));
        assertEquals("inside", metadata.get("netwright.scaling.place"));
        assertEquals("dense1 (Dense)", model.getGraph().getNode(3).getDocString());
        assertEquals(
                List.of("Sub", "Sub", "Div", "Gemm", "BatchNormalization", "Relu", "Gemm"),
                model.getGraph().getNodeList().stream().map(n -> n.getOpType()).toList());
    }

    @Test
    void saysWhatAReaderHasToKnow() {
        ExportResult result = new Exports().export(onnx(folder.resolve("iris.onnx")), ExportMonitor.NONE);
        assertEquals(
                List.of(
                        "exchange.note.omitted",
                        "exchange.note.loss",
                        "exchange.note.logits",
                        "exchange.note.scalingInside"),
                keys(result));
        Messages english = Messages.in(Locale.ENGLISH);
        assertEquals(
                "dropout1 (Dropout) changes nothing in a finished network, so the file has no operator for it.",
                english.format(result.notes().getFirst().message()));

        Parameters raw = Parameters.initial(PROGRAM, Precision.FLOAT32, 1);
        List<ExportNote> notes = ExportLint.check(COMPILED, raw, null, true, LayerRegistry.STANDARD);
        ExportNote untrained = notes.getLast();
        assertEquals("exchange.note.untrainedStatistics", untrained.message().key());
        assertEquals("bn1", untrained.node());
        assertEquals(ExportNote.Kind.WARNING, untrained.kind());
    }

    @Test
    void scalingCanBeLeftOutside() {
        ExportRequest request = onnx(folder.resolve("iris.onnx"));
        ExportResult result =
                new Exports().export(with(request, request.options().withScalingInside(false)), ExportMonitor.NONE);
        assertTrue(result.exported());
        assertFalse(Objects.requireNonNull(result.certificate()).inputs().unscaled());
        assertTrue(keys(result).contains("exchange.note.scalingOutside"));
    }

    @Test
    void aFloat64NetworkCanLeaveInEitherPrecision() {
        for (Precision precision : Precision.values()) {
            ExportRequest request = request(
                    ExportFormat.ONNX,
                    folder.resolve(precision.text() + ".onnx"),
                    PARAMETERS.copy(Precision.FLOAT64),
                    ExportOptions.DEFAULT.withPrecision(precision).withOpset(21));
            Certificate c = Objects.requireNonNull(
                    new Exports().export(request, ExportMonitor.NONE).certificate());
            assertTrue(c.passed(), c.toString());
            assertEquals(new Certificate.Format(21, 10, precision), c.format());
        }
    }

    @Test
    void aDamagedFileIsNeverCalledExported() throws IOException {
        Path file = folder.resolve("iris.onnx");
        Files.writeString(file, "an older export");
        ExportResult result = damaging("dense2.weight").export(onnx(file), ExportMonitor.NONE);
        assertFalse(result.exported());
        assertEquals(folder.resolve("iris.onnx.rejected"), result.file());
        assertEquals("an older export", Files.readString(file));
        assertEquals(List.of("iris.onnx", "iris.onnx.rejected"), names());
        Certificate c = Objects.requireNonNull(result.certificate());
        assertEquals(Verdict.DIFFERENT, c.verdict());
        assertEquals("dense2", Objects.requireNonNull(c.divergence()).node());
        assertEquals(sha256(result.file()), c.sha256());
        assertEquals(false, result.json().get("exported"));

        assertTrue(new Exports().export(onnx(file), ExportMonitor.NONE).exported());
        assertEquals(List.of("iris.onnx"), names());
    }

    @Test
    void aDamagedFileLeavesNoFileWhereThereWasNone() throws IOException {
        assertFalse(damaging("bn1.running_var")
                .export(onnx(folder.resolve("iris.onnx")), ExportMonitor.NONE)
                .exported());
        assertEquals(List.of("iris.onnx.rejected"), names());
    }

    @Test
    void stoppingLeavesNothingBehind() throws IOException {
        assertThrows(CancellationException.class, () -> new Exports()
                .export(onnx(folder.resolve("iris.onnx")), (what, done) -> {
                    if (done > 0.5) {
                        throw new CancellationException();
                    }
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void weightsLeaveBitForBit() throws IOException {
        Path file = folder.resolve("iris.safetensors");
        ExportRequest request = request(ExportFormat.SAFETENSORS, file, PARAMETERS, ExportOptions.DEFAULT);
        ExportResult result = new Exports().export(request, ExportMonitor.NONE);
        assertTrue(result.exported());
        assertEquals(List.of(), result.notes());
        Parameters back = WeightsFile.load(file, PROGRAM, Precision.FLOAT32);
        back.all()
                .forEach((name, t) ->
                        assertEquals(PARAMETERS.find(name).orElseThrow().toString(), t.toString(), name));
        assertEquals(List.of("iris.safetensors"), names());
    }

    @Test
    void whatCannotBeWrittenSaysWhy() {
        var missing = assertThrows(UserException.class, () -> new Exports()
                .export(onnx(folder.resolve("no/iris.onnx")), ExportMonitor.NONE));
        assertEquals("exchange.write.noFolder", missing.what().key());
        ExportRequest request = onnx(folder.resolve("iris.onnx"));
        var opset = assertThrows(UserException.class, () -> new Exports()
                .export(with(request, request.options().withOpset(9)), ExportMonitor.NONE));
        assertEquals("exchange.onnx.opset", opset.what().key());
        Compilation broken = TestNetworks.compile(TestNetworks.chain(new int[] {4}, Node.of("conv1", "Conv2d")));
        var invalid = assertThrows(UserException.class, () -> new Exports()
                .export(
                        new ExportRequest(
                                "broken",
                                broken,
                                PARAMETERS,
                                null,
                                ExportFormat.ONNX,
                                folder.resolve("iris.onnx"),
                                ExportOptions.DEFAULT,
                                new LinkedHashMap<>()),
                        ExportMonitor.NONE));
        assertEquals("conv1.in", invalid.what().args().getFirst());
    }

    /// Exports on a disk that changes a number of an initialiser.
    private static Exports damaging(String initialiser) {
        return new Exports(LayerRegistry.STANDARD, Clock.systemUTC(), (out, model) -> {
            ModelProto.Builder b = ModelProto.parseFrom(model).toBuilder();
            for (var t : b.getGraphBuilder().getInitializerBuilderList()) {
                if (t.getName().equals(initialiser)) {
                    byte[] raw = t.getRawData().toByteArray();
                    raw[2] ^= 0x40;
                    raw[3] ^= 0x01;
                    t.setRawData(com.google.protobuf.ByteString.copyFrom(raw));
                }
            }
            out.write(b.build().toByteArray());
        });
    }

    private static ExportRequest onnx(Path file) {
        return request(ExportFormat.ONNX, file, PARAMETERS, ExportOptions.DEFAULT);
    }

    private static ExportRequest with(ExportRequest r, ExportOptions options) {
        return request(r.format(), r.file(), r.parameters(), options);
    }

    private static ExportRequest request(ExportFormat format, Path file, Parameters parameters, ExportOptions options) {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("netwright.seed", "7");
        return new ExportRequest("flowers", COMPILED, parameters, IRIS, format, file, options, metadata);
    }

    private static List<String> keys(ExportResult result) {
        return result.notes().stream().map(n -> n.message().key()).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
