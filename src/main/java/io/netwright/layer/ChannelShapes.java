package io.netwright.layer;

import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Shapes `(N, C, ...)` and what stands beside them with one number a channel.
public final class ChannelShapes {

    private ChannelShapes() {}

    /// @return `(channels, 1, ...)`, which is repeated over the axes behind the channels of `x`
    public static Shape alongside(Shape x, int channels) {
        int[] sizes = new int[Math.max(1, x.rank() - 1)];
        Arrays.fill(sizes, 1);
        sizes[0] = channels;
        return Shape.of(sizes);
    }

    /// @return the sizes of the axes behind the channels
    /// @throws LayerException at port `in` where there are none, or more than three
    public static List<Integer> spatial(Shape x) {
        if (x.rank() < 3 || x.rank() > 5) {
            throw LayerException.atPort("in", Message.of("layers.problem.needsChannels", x.toString()));
        }
        return IntStream.range(2, x.rank()).mapToObj(x::size).toList();
    }
}
