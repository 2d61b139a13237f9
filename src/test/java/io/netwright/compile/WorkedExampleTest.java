package io.netwright.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.LayerRegistry;
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
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The three-layer network that is worked through by hand in the lesson, against NumPy in float64:
///
///     x = [1,2,3]; W1 = 3 rows [.1,.2,.3]; W2 = W3 = 3 rows [.1,.3,.5]; b = .1; a = max(0, a W + b)
///     d3 = (a3 - y) * (z3 > 0); dW3 = a2^T d3; d2 = (d3 W3^T) * (z2 > 0); ...
class WorkedExampleTest {

    @Test
    void gradientsEqualTheIndependentOnes() {
        Network network = network();
        Compilation compiled = new Compiler(LayerRegistry.STANDARD)
                .compile(network, DataSignature.values(Shape.of(3), 3), Compiler.Mode.TRAINING);
        assertEquals(List.of(), compiled.diagnostics());
        Program program = compiled.program().orElseThrow();
        Executor run = new Executor(program, Parameters.initial(program, Precision.FLOAT64, 0), 1, false);
        run.input().copyFrom(Tensor.of(Precision.FLOAT64, new double[] {1, 2, 3}, 1, 3));
        run.targets(t -> t.copyFrom(Tensor.of(Precision.FLOAT64, new double[] {0, 1, 0}, 1, 3)));
        run.run(Run.PLAIN);
        assertEquals(2.155217500000001, run.loss(), 1e-12);
        assertGradient(run, "dense3.bias", 0.481, 0.243, 2.005);
        assertGradient(
                run, "dense3.weight", 0.23569, 0.11907, 0.98245, 0.61087, 0.30861, 2.54635, 0.98605, 0.49815, 4.11025);
        assertGradient(run, "dense2.bias", 1.1235, 1.1235, 1.1235);
        assertGradient(
                run, "dense2.weight", 0.78645, 0.78645, 0.78645, 1.46055, 1.46055, 1.46055, 2.13465, 2.13465, 2.13465);
        assertGradient(
                run, "dense1.weight", 1.01115, 1.01115, 1.01115, 2.0223, 2.0223, 2.0223, 3.03345, 3.03345, 3.03345);
        assertTrue(compiled.shapes().containsKey(new Port("dense1", "out")));
    }

    private static void assertGradient(Executor run, String parameter, double... expected) {
        Program program = run.program();
        var value = program.gradient(program.parameter(parameter).orElseThrow().value())
                .orElseThrow();
        assertArrayEquals(expected, run.tensor(value).toArray(), 1e-12, parameter);
    }

    private static Network network() {
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        nodes.add(Node.of("x", "Input").with("shape", PropValue.ints(3)));
        String last = "x";
        double[][] rows = {{.1, .2, .3}, {.1, .3, .5}, {.1, .3, .5}};
        for (int i = 1; i <= 3; i++) {
            double[] r = rows[i - 1];
            var init = new LinkedHashMap<String, PropValue>();
            init.put("type", PropValue.of("explicit"));
            PropValue row = PropValue.reals(r);
            init.put("values", new PropValue.ListOf(List.of(row, row, row)));
            var bias = new LinkedHashMap<String, PropValue>();
            bias.put("type", PropValue.of("constant"));
            bias.put("value", PropValue.of(0.1));
            nodes.add(Node.of("dense" + i, "Dense")
                    .with("units", PropValue.of(3))
                    .with("weightInit", PropValue.fields(init))
                    .with("biasInit", PropValue.fields(bias)));
            nodes.add(Node.of("relu" + i, "ReLU"));
            wires.add(Wire.of(last + ".out", "dense" + i + ".in"));
            wires.add(Wire.of("dense" + i + ".out", "relu" + i + ".in"));
            last = "relu" + i;
        }
        nodes.add(Node.of("loss", "MSE").with("half", PropValue.of(true)).with("reduction", PropValue.of("sum")));
        wires.add(Wire.of(last + ".out", "loss.in"));
        return new Network(nodes, wires);
    }
}
