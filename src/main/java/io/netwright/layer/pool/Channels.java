package io.netwright.layer.pool;

import io.netwright.layer.LayerException;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;
import java.util.stream.IntStream;

/// Shapes `(N, C, ...)` with one to three axes behind the channels.
final class Channels {

    private Channels() {}

    /// @return the sizes of the axes behind the channels
    /// @throws LayerException at port `in` where there are none, or too many
    static List<Integer> sizes(Shape x) {
        if (x.rank() < 3 || x.rank() > 5) {
            throw LayerException.atPort("in", Message.of("layers.problem.needsChannels", x.toString()));
        }
        return IntStream.range(2, x.rank()).mapToObj(x::size).toList();
    }
}
