package io.netwright.program;

import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How much memory an executor takes, known before anything is allocated.
///
/// @param numbers in all its blocks; parameters and states are not its own
/// @param largest tensors, parameters too, the largest first
public record Footprint(long numbers, List<Piece> largest) {

    private static final int SHOWN = 3;

    /// One tensor.
    ///
    /// @param node    whose it is
    /// @param shape   its sizes
    /// @param numbers in it
    public record Piece(String node, Shape shape, long numbers) {}

    public Footprint {
        largest = List.copyOf(largest);
    }

    /// @param batch the largest batch
    /// @param keep  whether every value stays, as in [Executor]
    public static Footprint of(Program program, int batch, boolean keep) {
        List<Piece> pieces = new ArrayList<>();
        program.parameters().forEach(p -> pieces.add(piece(p.node(), p.value(), batch)));
        program.inputs().forEach(d -> pieces.add(piece(d.node(), d.value(), batch)));
        program.instructions().forEach(i -> pieces.add(piece(i.node(), i.output(), batch)));
        return new Footprint(
                new MemoryPlan(program, batch, keep).size(),
                pieces.stream()
                        .sorted(Comparator.comparingLong(Piece::numbers).reversed())
                        .limit(SHOWN)
                        .toList());
    }

    private static Piece piece(String node, Value value, int batch) {
        return new Piece(node, value.shape(), value.shape().count(batch));
    }

    /// @return whether some tensor has more numbers than one can have
    public boolean isBeyondTensors() {
        return largest.stream().anyMatch(p -> p.numbers() > Integer.MAX_VALUE);
    }
}
