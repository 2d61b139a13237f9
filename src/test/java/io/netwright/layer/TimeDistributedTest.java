package io.netwright.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.netwright.compile.Compiler;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A film through [io.netwright.layer.block.TimeDistributed] against its images, one by one, through the layer itself.
class TimeDistributedTest {

    private static final int STEPS = 4;
    private static final int[] IMAGE = {2, 6, 5};

    private static double[] run(Node layer, int[] shape, double[] x, double[] weights) {
        Network network = new Network(
                List.of(Node.of("x", "Input").with("shape", PropValue.ints(shape)), layer),
                List.of(Wire.of("x.out", "it.in")));
        Program program = new Compiler(LayerRegistry.STANDARD)
                .compile(network, null, Compiler.Mode.EVALUATION)
                .program()
                .orElseThrow();
        Parameters parameters = Parameters.initial(program, Precision.FLOAT64, 3);
        parameters.all().forEach((name, t) -> {
            for (int i = 0; i < t.size(); i++) {
                t.set(i, weights[(i + (name.endsWith("bias") ? 7 : 0)) % weights.length]);
            }
        });
        Executor run = new Executor(program, parameters, 1, true);
        Tensor in = run.input();
        IntStream.range(0, x.length).forEach(i -> in.set(i, x[i]));
        run.run(Run.of(1, 0, 0));
        return run.tensor(program.ports().get(new Port("it", "out").toString())).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Conv2d", "MaxPool2d", "AvgPool2d", "GlobalAveragePool", "Flatten"})
    void everyImageSeesTheSameLayer(String type) {
        Random random = new Random(4);
        int size = Arrays.stream(IMAGE).reduce(1, (a, b) -> a * b);
        double[] x = random.doubles((long) STEPS * size, -1, 1).toArray();
        double[] weights = random.doubles(101, -1, 1).toArray();
        Node timed = Node.of("it", "TimeDistributed").with("layer", PropValue.of(type));
        if (type.equals("Conv2d")) {
            timed = timed.with("filters", PropValue.of(3));
        }
        if (type.endsWith("2d")) {
            timed = timed.with("kernel", PropValue.ints(3, 2));
        }
        Node alone = alone(type, timed);
        double[] together = run(timed, new int[] {STEPS, IMAGE[0], IMAGE[1], IMAGE[2]}, x, weights);
        double[] each = IntStream.range(0, STEPS)
                .mapToObj(t -> Arrays.copyOfRange(x, t * size, (t + 1) * size))
                .flatMapToDouble(image -> Arrays.stream(run(alone, IMAGE, image, weights)))
                .toArray();
        assertArrayEquals(each, together, 1e-12);
    }

    private static Node alone(String type, Node timed) {
        Node node = Node.of("it", type);
        for (String key : List.of("filters", "kernel")) {
            PropValue value = timed.props().get(key);
            if (value != null) {
                node = node.with(key, value);
            }
        }
        return type.endsWith("Pool2d") ? node.with("stride", timed.props().get("kernel")) : node;
    }

    @Test
    void everyStepSeesTheSameWeights() {
        Random random = new Random(5);
        double[] x = random.doubles(STEPS * 3L, -1, 1).toArray();
        double[] weights = random.doubles(101, -1, 1).toArray();
        Node timed = Node.of("it", "TimeDistributed").with("units", PropValue.of(2));
        Node dense = Node.of("it", "Dense").with("units", PropValue.of(2));
        double[] each = IntStream.range(0, STEPS)
                .mapToObj(t -> Arrays.copyOfRange(x, t * 3, (t + 1) * 3))
                .flatMapToDouble(step -> Arrays.stream(run(dense, new int[] {3}, step, weights)))
                .toArray();
        assertArrayEquals(each, run(timed, new int[] {STEPS, 3}, x, weights), 1e-12);
    }
}
