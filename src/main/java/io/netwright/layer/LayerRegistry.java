package io.netwright.layer;

import io.netwright.layer.activation.Activation;
import io.netwright.layer.activation.Celu;
import io.netwright.layer.activation.Elu;
import io.netwright.layer.activation.Gelu;
import io.netwright.layer.activation.Glu;
import io.netwright.layer.activation.HardSigmoid;
import io.netwright.layer.activation.HardSwish;
import io.netwright.layer.activation.LeakyRelu;
import io.netwright.layer.activation.LogSoftmax;
import io.netwright.layer.activation.Mish;
import io.netwright.layer.activation.PRelu;
import io.netwright.layer.activation.Relu6;
import io.netwright.layer.activation.Selu;
import io.netwright.layer.activation.Softmax;
import io.netwright.layer.activation.Softplus;
import io.netwright.layer.activation.Softsign;
import io.netwright.layer.attention.Attention;
import io.netwright.layer.attention.Embedding;
import io.netwright.layer.attention.LearnedPositions;
import io.netwright.layer.attention.MultiHeadAttention;
import io.netwright.layer.attention.RotaryPositions;
import io.netwright.layer.attention.SinusoidalPositions;
import io.netwright.layer.attention.SwiGlu;
import io.netwright.layer.block.BlockLayer;
import io.netwright.layer.block.BlockPort;
import io.netwright.layer.block.Inception;
import io.netwright.layer.block.Residual;
import io.netwright.layer.block.SqueezeExcite;
import io.netwright.layer.block.TimeDistributed;
import io.netwright.layer.block.TransformerDecoder;
import io.netwright.layer.block.TransformerEncoder;
import io.netwright.layer.block.UNetStage;
import io.netwright.layer.conv.Conv1d;
import io.netwright.layer.conv.Conv2d;
import io.netwright.layer.conv.Conv3d;
import io.netwright.layer.conv.ConvTranspose1d;
import io.netwright.layer.conv.ConvTranspose2d;
import io.netwright.layer.conv.DepthwiseConv;
import io.netwright.layer.conv.SeparableConv;
import io.netwright.layer.core.Bilinear;
import io.netwright.layer.core.Dense;
import io.netwright.layer.core.Flatten;
import io.netwright.layer.core.Input;
import io.netwright.layer.core.TokenInput;
import io.netwright.layer.loss.Bce;
import io.netwright.layer.loss.BceWithLogits;
import io.netwright.layer.loss.CosineEmbedding;
import io.netwright.layer.loss.CrossEntropy;
import io.netwright.layer.loss.CtcLoss;
import io.netwright.layer.loss.Dice;
import io.netwright.layer.loss.Focal;
import io.netwright.layer.loss.GaussianNll;
import io.netwright.layer.loss.Hinge;
import io.netwright.layer.loss.Huber;
import io.netwright.layer.loss.KlDiv;
import io.netwright.layer.loss.L1;
import io.netwright.layer.loss.LogCosh;
import io.netwright.layer.loss.Mse;
import io.netwright.layer.loss.Nll;
import io.netwright.layer.loss.PoissonNll;
import io.netwright.layer.loss.SmoothL1;
import io.netwright.layer.merge.Average;
import io.netwright.layer.merge.Concat;
import io.netwright.layer.merge.MatMul;
import io.netwright.layer.merge.Merge;
import io.netwright.layer.merge.Subtract;
import io.netwright.layer.norm.BatchNorm;
import io.netwright.layer.norm.GroupNorm;
import io.netwright.layer.norm.InstanceNorm;
import io.netwright.layer.norm.LocalResponseNorm;
import io.netwright.layer.norm.RowNorm;
import io.netwright.layer.pool.AdaptiveAveragePool;
import io.netwright.layer.pool.AvgPool1d;
import io.netwright.layer.pool.AvgPool2d;
import io.netwright.layer.pool.AvgPool3d;
import io.netwright.layer.pool.GlobalAveragePool;
import io.netwright.layer.pool.GlobalMaxPool;
import io.netwright.layer.pool.MaxPool1d;
import io.netwright.layer.pool.MaxPool2d;
import io.netwright.layer.pool.MaxPool3d;
import io.netwright.layer.recurrent.Masking;
import io.netwright.layer.recurrent.RecurrentLayer;
import io.netwright.layer.regular.AlphaDropout;
import io.netwright.layer.regular.Dropout;
import io.netwright.layer.regular.GaussianNoise;
import io.netwright.layer.regular.SpatialDropout;
import io.netwright.layer.shape.Crop;
import io.netwright.layer.shape.Gather;
import io.netwright.layer.shape.Pad;
import io.netwright.layer.shape.Permute;
import io.netwright.layer.shape.PixelShuffle;
import io.netwright.layer.shape.RepeatVector;
import io.netwright.layer.shape.Reshape;
import io.netwright.layer.shape.Slice;
import io.netwright.layer.shape.Split;
import io.netwright.layer.shape.UpsampleLayer;
import io.netwright.network.Node;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// All layers, by type, in the order of the palette. The one place to touch when a layer is added.
public final class LayerRegistry {

    /// What a network is put together with rather than made of; every registry knows them.
    private static final List<Layer> STRUCTURE = List.of(new BlockLayer(), BlockPort.INPUT, BlockPort.OUTPUT);

    /// The layers that the program ships.
    public static final LayerRegistry STANDARD = new LayerRegistry(List.of(
            new Input(),
            new TokenInput(),
            new Dense(),
            new Bilinear(),
            new Conv1d(),
            new Conv2d(),
            new Conv3d(),
            new DepthwiseConv(),
            new SeparableConv(),
            new ConvTranspose1d(),
            new ConvTranspose2d(),
            new MaxPool1d(),
            new MaxPool2d(),
            new MaxPool3d(),
            new AvgPool1d(),
            new AvgPool2d(),
            new AvgPool3d(),
            new GlobalMaxPool(),
            new GlobalAveragePool(),
            new AdaptiveAveragePool(),
            new BatchNorm(),
            RowNorm.layerNorm(),
            RowNorm.rmsNorm(),
            new GroupNorm(),
            new InstanceNorm(),
            new LocalResponseNorm(),
            new Activation("ReLU", UnaryFn.RELU, "relu", "\\max(0, x)", "rectifier"),
            new LeakyRelu(),
            new Activation("Sigmoid", UnaryFn.SIGMOID, "sigmoid", "\\frac{1}{1 + e^{-x}}", "logistic"),
            new Activation("Tanh", UnaryFn.TANH, "tanh", "\\tanh(x)", "hyperbolic tangent"),
            new Gelu(),
            new Relu6(),
            new PRelu(),
            new Elu(),
            new Selu(),
            new Celu(),
            new Activation("SiLU", UnaryFn.SILU, "silu", "x \\, \\sigma(x)", "swish"),
            new Mish(),
            new HardSigmoid(),
            new HardSwish(),
            new Softplus(),
            new Softsign(),
            new Softmax(),
            new LogSoftmax(),
            new Glu(),
            new SwiGlu(),
            new Embedding(),
            new LearnedPositions(),
            new SinusoidalPositions(),
            new RotaryPositions(),
            new Attention(),
            MultiHeadAttention.full(),
            MultiHeadAttention.grouped(),
            RecurrentLayer.rnn(),
            RecurrentLayer.lstm(),
            RecurrentLayer.gru(),
            RecurrentLayer.bidirectional(),
            new TimeDistributed(),
            new Masking(),
            new Flatten(),
            new Reshape(),
            new Permute(),
            new RepeatVector(),
            new Slice(),
            new Split(),
            new Gather(),
            new Pad(),
            new Crop(),
            new UpsampleLayer(),
            new PixelShuffle(),
            Merge.add(),
            new Subtract(),
            Merge.multiply(),
            new Average(),
            Merge.maximum(),
            new Concat(),
            new MatMul(),
            new Dropout(),
            new SpatialDropout(),
            new AlphaDropout(),
            new GaussianNoise(),
            new TransformerEncoder(),
            new TransformerDecoder(),
            new Residual(),
            new Inception(),
            new SqueezeExcite(),
            new UNetStage(),
            new Mse(),
            new L1(),
            new SmoothL1(),
            new Huber(),
            new LogCosh(),
            new CrossEntropy(),
            new Nll(),
            new BceWithLogits(),
            new Bce(),
            new Focal(),
            new Dice(),
            new KlDiv(),
            new PoissonNll(),
            new GaussianNll(),
            new Hinge(),
            new CosineEmbedding(),
            new CtcLoss()));

    private final SequencedMap<String, Layer> byType;
    private final Map<String, Layer> structure = new HashMap<>();

    /// @throws IllegalArgumentException where two layers share a type
    public LayerRegistry(List<Layer> layers) {
        var map = new LinkedHashMap<String, Layer>();
        for (Layer layer : layers) {
            if (map.put(layer.info().type(), layer) != null) {
                throw new IllegalArgumentException(
                        "two layers of type " + layer.info().type());
            }
        }
        this.byType = Collections.unmodifiableSequencedMap(map);
        STRUCTURE.forEach(layer -> structure.put(layer.info().type(), layer));
    }

    /// @return the layer of that type, if there is one: of the palette, or a block or one of its ports
    public Optional<Layer> find(String type) {
        Layer layer = byType.get(type);
        return Optional.ofNullable(layer == null ? structure.get(type) : layer);
    }

    /// @return the block and its ports, which are no layers of the palette
    public static List<Layer> structure() {
        return STRUCTURE;
    }

    /// @return whether nodes like this one can have weights, so that it can be frozen or use another's
    public boolean canHaveWeights(Node node) {
        return find(node.type())
                .filter(l -> CommonProps.of(l.info()).contains(CommonProps.FROZEN))
                .isPresent();
    }

    /// @return the inputs of a node; none where its type is not known
    public List<PortInfo> inputs(Node node) {
        return find(node.type()).map(l -> l.inputs(node)).orElse(List.of());
    }

    /// @return the outputs of a node; none where its type is not known
    public List<PortInfo> outputs(Node node) {
        return find(node.type()).map(l -> l.outputs(node)).orElse(List.of());
    }

    /// @return every layer, in the order of the palette
    public List<Layer> all() {
        return List.copyOf(byType.values());
    }

    /// @return every type, in the order of the palette
    public List<String> types() {
        return List.copyOf(byType.keySet());
    }
}
