package io.netwright.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compiler.Mode;
import io.netwright.layer.Bench;
import io.netwright.layer.LayerRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each layer and loss on its bench (`Bench` of the contract test), forwards and backwards, against PyTorch in this
/// JVM.
class LayerParityTest {

    /// Float64 adds up in another order here and there, nothing more.
    private static final double TOLERANCE = 1e-11;

    /// Of these PyTorch's derivative has a factor (1 / alpha, 1 / 6) that was rounded to float32 on the way.
    private static final Set<String> ROUNDED = Set.of("CELU", "HardSigmoid");

    private static final double ROUNDED_TOLERANCE = 1e-8;

    static Stream<Bench> benches() {
        return Bench.all().stream()
                .filter(b -> Forms.ALL.containsKey(b.layer().type()))
                .filter(b -> !isPacked(b));
    }

    /// PyTorch has no mask for recurrent layers; it packs sequences, which keep no outputs of padded steps.
    private static boolean isPacked(Bench b) {
        return b.wired().contains("mask")
                && LayerRegistry.STANDARD
                        .find(b.layer().type())
                        .orElseThrow()
                        .info()
                        .family()
                        .name()
                        .equals("RECURRENT");
    }

    @ParameterizedTest
    @MethodSource("benches")
    void computesWhatTorchComputes(Bench bench) {
        Side side = new Side(bench, Mode.TRAINING);
        Tensor theirs = Forms.ALL.get(bench.layer().type()).apply(side);
        var forward = new Side.Pair("out", side.run().tensor(side.output()).toArray(), Torch.numbers(theirs));
        Table.forward("layer", bench.layer().type(), forward.difference());
        assertTrue(forward.difference() <= TOLERANCE, () -> "forward: " + forward.difference());
        List<Side.Pair> gradients = side.backward(theirs);
        assertFalse(gradients.isEmpty());
        for (Side.Pair pair : gradients) {
            Table.backward("layer", bench.layer().type(), pair.difference());
            boolean rounded = ROUNDED.contains(bench.layer().type());
            assertTrue(
                    pair.difference() <= (rounded ? ROUNDED_TOLERANCE : TOLERANCE),
                    () -> pair.name() + ": " + pair.difference());
        }
    }

    @Test
    void leavesNoLayerOut() {
        var covered = new TreeSet<>(Forms.NONE.keySet());
        covered.addAll(Forms.ALL.keySet());
        assertEquals(new TreeSet<>(LayerRegistry.STANDARD.types()), covered);
        Forms.NONE.forEach((type, why) -> Table.none("layer", type, why));
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        Table.write();
    }
}
