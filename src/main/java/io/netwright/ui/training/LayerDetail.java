package io.netwright.ui.training;

import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import io.netwright.train.LayerProbe;
import io.netwright.ui.training.Insight.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One layer closely: its weights and what it gives, as pictures. A convolution's weights are its kernels, a column an
/// output channel and a row an input channel; what it gives are the channels of one sample. Of other layers both are
/// matrices: input by output, and sample by unit.
///
/// @param node         whose it is
/// @param weights      null where it has none
/// @param weightsShape such as `32 x 16`; empty where it has none
/// @param outputs      null where it gives none that can be shown
/// @param outputsShape such as `16 x 8 x 8`
/// @param attends      whether the outputs are how much each step attends to each, head by head, rather than what is
///                     given
/// @param plane        what it knows of tokens, or gives for samples, as points; null where it is no set of vectors
record LayerDetail(
        String node,
        @Nullable Field weights,
        String weightsShape,
        @Nullable Field outputs,
        String outputsShape,
        boolean attends,
        @Nullable PlaneMap plane) {

    /// Pixels of a matrix, both ways; of a larger one each so many-th row and column is shown.
    private static final int MOST = 96;
    private static final int KERNELS = 24;
    private static final int MAPS = 32;
    private static final int MAPS_A_ROW = 8;
    private static final int SAMPLES = 48;

    /// @param probe   has just looked at these weights
    /// @param weights of all layers. Not modified.
    static LayerDetail of(String node, LayerProbe probe, Parameters weights, PlaneMap.Method method) {
        Optional<Tensor> attention = probe.attention(node);
        Optional<Tensor> output = attention.isPresent() ? attention : probe.output(node);
        Optional<Tensor> own = weights.trainable().entrySet().stream()
                .filter(e -> e.getKey().startsWith(node + "."))
                .map(Map.Entry::getValue)
                .findFirst();
        return new LayerDetail(
                node,
                own.map(LayerDetail::weights).orElse(null),
                own.map(t -> shape(t.dims())).orElse(""),
                output.map(LayerDetail::outputs).orElse(null),
                output.map(t -> shape(Arrays.copyOfRange(t.dims(), 1, t.rank())))
                        .orElse(""),
                attention.isPresent(),
                plane(probe, own, output, method));
    }

    private static @Nullable PlaneMap plane(
            LayerProbe probe, Optional<Tensor> own, Optional<Tensor> output, PlaneMap.Method method) {
        boolean tokens = !probe.plan().data().raw().vocabulary().isEmpty();
        return tokens
                ? own.map(t -> PlaneMap.ofTokens(probe.plan(), t, method)).orElse(null)
                : output.map(t -> PlaneMap.ofSamples(probe.plan(), t, probe.samples(), method))
                        .orElse(null);
    }

    private static String shape(int[] dims) {
        return Arrays.stream(dims).mapToObj(Integer::toString).collect(Collectors.joining(" × "));
    }

    private static Field weights(Tensor t) {
        return t.rank() == 4
                ? tiles(
                        t,
                        Math.min(KERNELS, t.dim(0)),
                        Math.min(KERNELS / 2, t.dim(1)),
                        (col, row) -> col * t.dim(1) + row)
                : matrix(t, t.rows(), t.cols());
    }

    private static @Nullable Field outputs(Tensor t) {
        if (t.rank() == 4) {
            int maps = Math.min(MAPS, t.dim(1));
            int columns = Math.min(MAPS_A_ROW, maps);
            return tiles(t, columns, (maps + columns - 1) / columns, (col, row) -> {
                int map = row * columns + col;
                return map < maps ? map : -1;
            });
        }
        return t.rank() == 2 ? matrix(t, Math.min(SAMPLES, t.dim(0)), t.dim(1)) : null;
    }

    private static Field matrix(Tensor t, int rows, int cols) {
        int down = (rows + MOST - 1) / MOST;
        int across = (cols + MOST - 1) / MOST;
        int width = (cols + across - 1) / across;
        int height = (rows + down - 1) / down;
        return Fields.signed(i -> t.get(i / width * down * t.cols() + i % width * across), width, height);
    }

    /// Which plane of a tensor is at a place; below 0 for none.
    private interface Place {
        int plane(int column, int row);
    }

    /// The last two axes as small pictures side by side, a pixel apart.
    private static Field tiles(Tensor t, int columns, int rows, Place place) {
        int h = t.dim(2);
        int w = t.dim(3);
        int width = columns * (w + 1) - 1;
        int height = rows * (h + 1) - 1;
        return Fields.signed(
                i -> {
                    int x = i % width;
                    int y = i / width;
                    int plane = place.plane(x / (w + 1), y / (h + 1));
                    boolean gap = x % (w + 1) == w || y % (h + 1) == h;
                    return gap || plane < 0 ? Double.NaN : t.get((plane * h + y % (h + 1)) * w + x % (w + 1));
                },
                width,
                height);
    }
}
