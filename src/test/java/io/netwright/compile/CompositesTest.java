package io.netwright.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Blocks;
import io.netwright.edit.Design;
import io.netwright.layer.Bench;
import io.netwright.layer.Composite;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Block;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A layer that is made of others computes the same when it is opened, and keeps the names of its weights.
class CompositesTest {

    static List<Bench> composites() {
        return Bench.all().stream()
                .filter(b -> LayerRegistry.STANDARD.find(b.layer().type()).orElseThrow() instanceof Composite)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("composites")
    void openingChangesNoNumberAndNoName(Bench bench) {
        Compiler compiler = new Compiler(LayerRegistry.STANDARD);
        Network network = bench.network();
        Compilation before = compiler.compile(network, null, Compiler.Mode.TRAINING);
        Block parts = compiler.parts("it", before).orElseThrow();
        Design opened = Blocks.open("it", parts).change().apply(new Design(network, Layout.EMPTY));
        assertTrue(opened.network().node("it").orElseThrow().isBlock());
        Compilation after = compiler.compile(opened.network(), null, Compiler.Mode.TRAINING);
        assertEquals(names(before), names(after));
        assertEquals(before.cost(), after.cost());
        assertArrayEquals(run(before, bench), run(after, bench), 1e-12);
        Design flat = Blocks.unpack("it", LayerRegistry.STANDARD::canHaveWeights)
                .change()
                .apply(opened);
        assertTrue(flat.network().node("it").isEmpty());
        assertEquals(
                names(before).size(),
                names(compiler.compile(flat.network(), null, Compiler.Mode.TRAINING))
                        .size());
    }

    private static List<String> names(Compilation c) {
        return c.program().orElseThrow().parameters().stream()
                .map(Program.Parameter::name)
                .toList();
    }

    /// @return the loss, and the sum of each gradient
    private static double[] run(Compilation c, Bench bench) {
        Program program = c.program().orElseThrow();
        Executor executor =
                new Executor(program, Parameters.initial(program, Precision.FLOAT64, 4), bench.batch(), true);
        Random random = new Random(7);
        for (int i = 0; i < executor.input().size(); i++) {
            executor.input().set(i, random.nextGaussian());
        }
        executor.targets(t -> t.fill(0.5));
        executor.run(Bench.RUN);
        double[] all = new double[1 + program.parameters().size()];
        all[0] = executor.loss();
        for (int p = 0; p < program.parameters().size(); p++) {
            double[] g = executor.tensor(
                            program.gradient(program.parameters().get(p).value())
                                    .orElseThrow())
                    .toArray();
            for (int i = 0; i < g.length; i++) {
                all[1 + p] += g[i] * (i + 1);
            }
        }
        return all;
    }
}
