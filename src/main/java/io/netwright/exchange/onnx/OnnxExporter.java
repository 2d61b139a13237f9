package io.netwright.exchange.onnx;

import io.netwright.data.Scaler;
import io.netwright.exchange.onnx.proto.ModelProto;
import io.netwright.exchange.onnx.proto.OperatorSetIdProto;
import io.netwright.exchange.onnx.proto.StringStringEntryProto;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes an ONNX model of a network: what leads to its outputs, and nothing of the loss.
public final class OnnxExporter {

    /// What ONNX Runtime, which has to confirm every file, computes in float32 only (docs/OperatorKernels.md there).
    private static final Set<String> FLOAT32_ONLY =
            Set.of("AveragePool", "Conv", "ConvTranspose", "Erf", "GRU", "Gelu", "Resize", "LSTM", "RNN");

    private final OnnxSource source;
    private final GraphWriter graph;
    private final List<Instruction> needed;
    private final Set<Integer> used = new HashSet<>();
    private final List<OnnxModel.Input> inputs = new ArrayList<>();
    private final Map<String, OnnxModel.Output> outputs = new LinkedHashMap<>();

    private OnnxExporter(OnnxSource source) {
        this.source = source;
        this.graph = new GraphWriter(
                source.opset(), source.precision(), source.about().layers());
        this.needed = needed(source.program());
    }

    /// @param source what to export. In float64, where some op has no float64 form that a runtime computes, the model
    ///               becomes float32 and a note says so.
    /// @throws UserException where an op has no form in ONNX, or the model would be larger than the format allows
    public static OnnxModel export(OnnxSource source) {
        requireSize(source);
        OnnxExporter asked = new OnnxExporter(source);
        OnnxModel model = asked.run(List.of());
        Set<String> single = new TreeSet<>(asked.graph.operators());
        single.retainAll(FLOAT32_ONLY);
        if (source.precision() == Precision.FLOAT32 || single.isEmpty()) {
            return model;
        }
        Message note = Message.of("exchange.note.float32", String.join(", ", single));
        return new OnnxExporter(source.with(Precision.FLOAT32)).run(List.of(note));
    }

    /// A protobuf message ends at 2 GB; a tenth is left for all that is not numbers.
    private static void requireSize(OnnxSource source) {
        long numbers = source.parameters().all().values().stream()
                .mapToLong(Tensor::size)
                .sum();
        long bytes = numbers * source.precision().bytes();
        long limit = Integer.MAX_VALUE / 10L * 9;
        if (bytes > limit) {
            throw new UserException(Message.of("exchange.onnx.tooLarge", bytes >> 20, limit >> 20));
        }
    }

    private OnnxModel run(List<Message> notes) {
        Program program = source.program();
        Peephole peephole = new Peephole(program, needed);
        program.inputs().stream().filter(d -> used.contains(d.value().id())).forEach(this::input);
        initialisers();
        nameOutputs();
        scale();
        for (Instruction i : needed) {
            if (!peephole.isAbsorbed(i)) {
                emit(i, peephole.folded(i));
            }
        }
        writeOutputs();
        return new OnnxModel(source, model(), inputs, new LinkedHashMap<>(outputs), graph.names(), notes);
    }

    /// Fills [#used] on its way from the outputs to the inputs.
    private List<Instruction> needed(Program program) {
        program.outputs().values().forEach(v -> used.add(v.id()));
        List<Instruction> list = new ArrayList<>();
        for (Instruction i : program.instructions().reversed()) {
            if (used.contains(i.output().id())) {
                i.inputs().forEach(v -> used.add(v.id()));
                list.add(i);
            }
        }
        return list.reversed();
    }

    private void input(Program.Data data) {
        String name = graph.fresh(data.node());
        graph.input(name, data.value().shape(), String.join(", ", features(data)));
        inputs.add(new OnnxModel.Input(name, data, scaler(data)));
    }

    /// @return what the numbers of an input are called, as far as that is known
    private List<String> features(Program.Data data) {
        List<String> all = source.about().features();
        int count = data.value().shape().elementsPerSample();
        if (data.first() < 0) {
            return all;
        }
        return data.first() + count <= all.size() ? all.subList(data.first(), data.first() + count) : List.of();
    }

    private @Nullable Scaler scaler(Program.Data data) {
        Scaler whole = source.scaler();
        if (whole == null || data.vocabulary() > 0) {
            return null;
        }
        Scaler own = data.first() < 0
                ? whole
                : whole.part(data.first(), data.value().shape().elementsPerSample());
        return own.isIdentity() ? null : own;
    }

    private void initialisers() {
        Program program = source.program();
        Parameters numbers = source.parameters();
        program.parameters().forEach(p -> initialiser(p.value(), p.name(), numbers));
        program.states().forEach(s -> initialiser(s.value(), s.name(), numbers));
        for (Program.Constant c : program.constants()) {
            if (used.contains(c.value().id())) {
                double[] all = new double[c.value().shape().elementsPerSample()];
                Arrays.fill(all, c.number());
                graph.bind(
                        c.value(),
                        graph.constant("constant", all, c.value().shape().at(1)));
            }
        }
    }

    private void initialiser(Value value, String name, Parameters numbers) {
        if (used.contains(value.id())) {
            String free = graph.fresh(name);
            graph.initialiser(free, numbers.find(name).orElseThrow());
            graph.bind(value, free);
        }
    }

    /// A value that is computed and leaves under one name gets it at once; the others are written out at the end.
    private void nameOutputs() {
        Set<Integer> computed = new HashSet<>();
        needed.forEach(i -> computed.add(i.output().id()));
        source.program().outputs().forEach((key, value) -> {
            String name = graph.fresh(key);
            outputs.put(key, new OnnxModel.Output(name, value));
            if (computed.contains(value.id()) && !graph.isBound(value)) {
                graph.bind(value, name);
            }
        });
    }

    private void scale() {
        for (OnnxModel.Input input : inputs) {
            Value value = input.data().value();
            Scaler scaler = input.scaler();
            if (scaler != null) {
                String scaled = graph.fresh(input.data().node() + ".scaled");
                InputScaling.emit(
                        graph, input.data().node(), input.name(), value.shape().sample(), scaler, scaled);
                graph.describe(scaled, value.shape());
                graph.bind(value, scaled);
            } else {
                graph.bind(value, input.name());
            }
        }
    }

    private void emit(Instruction i, Peephole.@Nullable Folded folded) {
        Instruction written = folded == null ? i : folded.written();
        List<Value> operands = folded == null ? i.inputs() : folded.operands();
        List<String> in = operands.stream().map(graph::name).toList();
        Value out = i.output();
        if (!graph.isBound(out)) {
            graph.bind(out, graph.fresh(valueName(i)));
            graph.describe(graph.name(out), out.shape());
        }
        Emitter.emit(new Call(graph, written, in, graph.name(out)));
    }

    /// What leaves at a port is called like the port (`conv1`, `split1.b`), the rest like the op (`conv1.Reshape`).
    private String valueName(Instruction i) {
        return source.program().ports().entrySet().stream()
                .filter(e -> e.getValue().equals(i.output()))
                .map(Map.Entry::getKey)
                .filter(port -> port.startsWith(i.node() + "."))
                .findFirst()
                .map(port -> port.equals(i.node() + ".out") ? i.node() : port)
                .orElse(i.node() + "." + i.op().name());
    }

    private void writeOutputs() {
        String classes = String.join(", ", source.about().classes());
        outputs.values().forEach(o -> {
            if (!graph.name(o.value()).equals(o.name())) {
                graph.operator(o.name(), "Identity", List.of(graph.name(o.value())), o.name());
            }
            graph.output(o.name(), o.value().shape(), classes);
        });
    }

    private ModelProto model() {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(source.opset().ir())
                .setProducerName(Producer.NAME)
                .setProducerVersion(Producer.VERSION)
                .setModelVersion(1)
                .setGraph(graph.build(source.about().project()))
                .addOpsetImport(OperatorSetIdProto.newBuilder()
                        .setDomain("")
                        .setVersion(source.opset().version()));
        source.about()
                .metadata()
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build();
    }
}
