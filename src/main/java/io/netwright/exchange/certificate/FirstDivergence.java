package io.netwright.exchange.certificate;

import com.google.protobuf.InvalidProtocolBufferException;
import io.netwright.exchange.onnx.OnnxModel;
import io.netwright.exchange.onnx.proto.ModelProto;
import io.netwright.exchange.onnx.proto.NodeProto;
import io.netwright.exchange.onnx.proto.ValueInfoProto;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.tensor.Precision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the node at which a file and the network that it was made from go apart: the file is run with every value
/// inside it as an output, and each is compared in the order of computation.
final class FirstDivergence {

    private final OnnxModel model;
    private final TestInputs.Batch batch;
    private final Reference reference;

    /// @param batch what went wrong
    FirstDivergence(OnnxModel model, TestInputs.Batch batch) {
        this.model = model;
        this.batch = batch;
        this.reference = new Reference(model, model.precision(), model.precision(), batch.size(), true);
    }

    /// @param file the file's content
    /// @return where; empty where the file cannot be run that way
    Optional<Certificate.Divergence> find(byte[] file) {
        SequencedMap<Value, String> nodes = new LinkedHashMap<>();
        model.inputs().forEach(i -> nodes.put(i.data().value(), i.data().node()));
        for (Instruction i : model.source().program().instructions()) {
            nodes.put(i.output(), i.node());
        }
        nodes.keySet().removeIf(v -> model.nameOf(v).isEmpty());
        try (OnnxSession session = OnnxSession.open(opened(ModelProto.parseFrom(file)))) {
            reference.run(batch);
            Map<String, OnnxSession.Numbers> actual = session.run(model.precision(), feeds(model, batch));
            for (Map.Entry<Value, String> e : nodes.entrySet()) {
                Value value = e.getKey();
                String name = model.nameOf(value).orElseThrow();
                OnnxSession.Numbers there = actual.get(name);
                if (there != null) {
                    Comparison c = new Comparison(Tolerance.of(model.precision()));
                    c.add(reference.values(value), there.values(), reference.samples(value));
                    if (!c.agrees()) {
                        return Optional.of(new Certificate.Divergence(
                                e.getValue(), name, c.absolute(), c.largest(), batch.size(), rounding(value)));
                    }
                }
            }
            return Optional.empty();
        } catch (InvalidProtocolBufferException | OnnxSession.Refused e) {
            return Optional.empty();
        }
    }

    /// @return what the model is fed with, by name
    static Map<String, OnnxSession.Numbers> feeds(OnnxModel model, TestInputs.Batch batch) {
        Map<String, OnnxSession.Numbers> feeds = new HashMap<>();
        for (int k = 0; k < model.inputs().size(); k++) {
            OnnxModel.Input input = model.inputs().get(k);
            int[] dims = input.data().value().shape().at(batch.size());
            feeds.put(input.name(), new OnnxSession.Numbers(batch.inputs().get(k), dims));
        }
        return feeds;
    }

    /// @return the model with every named value of the program as an output
    private byte[] opened(ModelProto file) {
        Map<String, ValueInfoProto> types = new HashMap<>();
        file.getGraph().getValueInfoList().forEach(v -> types.put(v.getName(), v));
        Set<String> computed = new HashSet<>();
        for (NodeProto node : file.getGraph().getNodeList()) {
            computed.addAll(node.getOutputList());
        }
        file.getGraph().getOutputList().forEach(o -> computed.remove(o.getName()));
        ModelProto.Builder b = file.toBuilder();
        types.forEach((name, type) -> {
            if (computed.contains(name)) {
                b.getGraphBuilder().addOutput(type);
            }
        });
        return b.build().toByteArray();
    }

    private @Nullable Double rounding(Value value) {
        if (model.precision() == Precision.FLOAT64) {
            return null;
        }
        Reference exact = new Reference(model, model.precision(), Precision.FLOAT64, batch.size(), true);
        exact.run(batch);
        Comparison c = new Comparison(Tolerance.of(model.precision()));
        c.add(exact.values(value), reference.values(value), reference.samples(value));
        return c.absolute();
    }
}
