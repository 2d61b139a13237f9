package io.netwright.layer.norm;

import io.netwright.layer.ChannelShapes;
import io.netwright.layer.LayerBuilder;
import io.netwright.op.Normalise;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;

/// Normalisation over groups of channels of one sample, which [GroupNorm] and [InstanceNorm] share.
final class GroupStatistics {

    private GroupStatistics() {}

    /// @param affine whether a learned scale and shift follow, one each a channel
    static Value normalise(LayerBuilder b, Value x, int groups, boolean affine) {
        Shape shape = x.shape();
        int channels = shape.size(1);
        Shape rows = Shape.of(shape.raw(0), groups, shape.sample().elementsPerSample() / groups);
        String name = affine ? "X̂" : "Y";
        Value grouped = b.reshape("X", x, rows);
        Value normal = b.apply(name, new Normalise(true, b.get(BatchNorm.EPSILON)), grouped);
        normal = b.reshape(name, normal, shape);
        if (!affine) {
            return normal;
        }
        Shape each = Shape.of(channels);
        Value gamma = b.parameter("weight", "γ", each, Initialiser.Fans.ONE, new Initialiser.Constant(1), null);
        Value beta = b.parameter("bias", "β", each, Initialiser.Fans.ONE, new Initialiser.Zeros(), null);
        Shape beside = ChannelShapes.alongside(shape, channels);
        Value scaled = b.mul("γX̂", normal, b.reshape("γ", gamma, beside));
        return b.add("Y", scaled, b.reshape("β", beta, beside));
    }
}
