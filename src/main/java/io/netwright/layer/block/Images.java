package io.netwright.layer.block;

import io.netwright.layer.LayerException;
import io.netwright.layer.Parts;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;

/// What composites of images share.
final class Images {

    private Images() {}

    /// @return what comes in at `in`
    /// @throws LayerException unless it is `(N, C, H, W)`
    static Shape require(Parts p) {
        Shape x = p.shape("in");
        if (x.rank() != 4) {
            throw LayerException.atPort("in", Message.of("layers.problem.needsImage", x.toString()));
        }
        return x;
    }

    /// @return a convolution that keeps the size, but for the stride
    static Node conv(String name, int filters, int kernel, int stride) {
        return Node.of(name, "Conv2d")
                .with("filters", PropValue.of(filters))
                .with("kernel", PropValue.ints(kernel, kernel))
                .with("stride", PropValue.ints(stride, stride))
                .with("padding", PropValue.of("same"));
    }

    /// @return the same before a norm, which has a bias of its own
    static Node bare(String name, int filters, int kernel, int stride) {
        return conv(name, filters, kernel, stride).with("bias", PropValue.of(false));
    }

    /// Adds a convolution and a ReLU.
    static Port convRelu(Sketch s, String number, int filters, int kernel, Port from) {
        return s.add("relu" + number, "ReLU", s.add(conv("conv" + number, filters, kernel, 1), from));
    }
}
