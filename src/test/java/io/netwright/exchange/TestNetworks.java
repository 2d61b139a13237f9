package io.netwright.exchange;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.exchange.certificate.Certificate;
import io.netwright.exchange.certificate.Certifier;
import io.netwright.exchange.onnx.About;
import io.netwright.exchange.onnx.OnnxExporter;
import io.netwright.exchange.onnx.OnnxModel;
import io.netwright.exchange.onnx.OnnxSource;
import io.netwright.exchange.onnx.Opset;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Small networks with numbers in them, for the tests of this room.
public final class TestNetworks {

    public static final List<Integer> BATCHES = List.of(1, 2, 3, 7, 17);

    private TestNetworks() {}

    /// @return nodes one after the other, the first an input named `x` of the shape
    public static Network chain(int[] shape, Node... nodes) {
        List<Node> all = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        all.add(Node.of("x", "Input").with("shape", PropValue.ints(shape)));
        for (Node node : nodes) {
            wires.add(Wire.of(all.getLast().name() + ".out", node.name() + ".in"));
            all.add(node);
        }
        return new Network(all, wires);
    }

    public static Node dense(String name, int units) {
        return Node.of(name, "Dense").with("units", PropValue.of(units));
    }

    public static Compilation compile(Network network) {
        return new Compiler(LayerRegistry.STANDARD).compile(network, null, Compiler.Mode.EVALUATION);
    }

    /// @return numbers as training would leave them: none zero, variances positive
    public static Parameters trained(Program program, Precision precision, long seed) {
        Parameters parameters = Parameters.initial(program, precision, seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        parameters.trainable().forEach((name, t) -> {
            double scale = t.rank() > 1 ? Math.sqrt(2.0 * t.dim(t.rank() == 2 ? 1 : 0) / t.size()) : 0.5;
            fill(t, () -> scale * random.nextGaussian());
        });
        parameters
                .states()
                .forEach((name, t) -> fill(
                        t, name.endsWith("var") ? () -> 0.3 + 2 * random.nextDouble() : () -> random.nextGaussian()));
        return parameters;
    }

    private static void fill(Tensor t, java.util.function.DoubleSupplier numbers) {
        for (int i = 0; i < t.size(); i++) {
            t.set(i, numbers.getAsDouble());
        }
    }

    public static OnnxModel export(Network network, Opset opset, Precision precision) {
        return export(compile(network).program().orElseThrow(), opset, precision);
    }

    public static OnnxModel export(Program program, Opset opset, Precision precision) {
        return OnnxExporter.export(
                new OnnxSource(program, trained(program, precision, 5), opset, precision, null, About.named("test")));
    }

    /// @return the certificate of the model's own bytes on random inputs
    public static Certificate certify(OnnxModel model) {
        return certify(model, model.bytes());
    }

    public static Certificate certify(OnnxModel model, byte[] bytes) {
        return new Certifier(model, null, 3, BATCHES, Clock.systemUTC()).certify(bytes, done -> {});
    }
}
