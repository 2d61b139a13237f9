package io.netwright.parity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// Each layer and loss as PyTorch computes it: one line a layer.
final class Forms {

    /// What PyTorch makes of the layer's inputs and parameters.
    @FunctionalInterface
    interface Form {
        Tensor apply(Side s);
    }

    /// By type.
    static final Map<String, Form> ALL = new LinkedHashMap<>();

    /// What PyTorch has nothing to be compared with for, and why.
    static final Map<String, String> NONE = Map.of(
            "Input", "computes nothing",
            "TokenInput", "computes nothing",
            "Dropout", "draws random numbers of its own; tested by its mean and its mask",
            "Masking", "PyTorch packs sequences instead");

    private static final long MEAN = 1;

    static {
        core();
        activations();
        windows();
        norms();
        sequences();
        losses();
    }

    private Forms() {}

    private static void core() {
        ALL.put("Dense", s -> {
            Tensor z = torch.matmul(s.in(), s.p("weight"));
            return s.has("bias") ? z.add(s.p("bias")) : z;
        });
        ALL.put("Flatten", s -> s.in().reshape(s.in().size(0), -1));
        ALL.put("Add", s -> s.all().stream().reduce(Tensor::add).orElseThrow());
        ALL.put("Concat", s -> Torch.cat(s.all(), s.i("axis") + 1));
    }

    private static void activations() {
        ALL.put("ReLU", s -> torch.relu(s.in()));
        ALL.put("LeakyReLU", s -> torch.leaky_relu(s.in(), Torch.scalar(s.d("slope"))));
        ALL.put("Sigmoid", s -> torch.sigmoid(s.in()));
        ALL.put("Tanh", s -> torch.tanh(s.in()));
        ALL.put("GELU", s -> torch.gelu(s.in()));
        ALL.put("Softmax", s -> torch.softmax(s.in(), -1));
    }

    private static void windows() {
        for (String type : List.of("Conv1d", "Conv2d", "Conv3d")) {
            ALL.put(type, s -> Windows.conv(s, s.in(), s.p("weight"), s.maybe("bias"), s.i("groups")));
        }
        ALL.put("DepthwiseConv", s -> Windows.conv(s, s.in(), s.p("weight"), s.maybe("bias"), s.in().size(1)));
        ALL.put(
                "SeparableConv",
                s -> Windows.pointwise(
                        Windows.conv(s, s.in(), s.p("depthwise_weight"), new TensorOptional(), s.in().size(1)),
                        s.p("pointwise_weight"),
                        s.maybe("bias")));
        ALL.put("ConvTranspose1d", Windows::transposed);
        ALL.put("ConvTranspose2d", Windows::transposed);
        for (String axes : List.of("1d", "2d", "3d")) {
            ALL.put("MaxPool" + axes, Windows::maxPool);
            ALL.put("AvgPool" + axes, Windows::averagePool);
        }
        ALL.put("GlobalMaxPool", s -> torch.amax(s.in(), Windows.places(s.in()), false));
        ALL.put("GlobalAveragePool", s -> s.in().mean(Windows.places(s.in())));
        ALL.put("AdaptiveAveragePool", Windows::adaptive);
    }

    private static void norms() {
        ALL.put(
                "BatchNorm",
                s -> torch.batch_norm(
                        s.in(),
                        s.maybe("weight"),
                        s.maybe("bias"),
                        new TensorOptional(s.p("running_mean").clone()),
                        new TensorOptional(s.p("running_var").clone()),
                        true,
                        s.d("momentum"),
                        s.d("epsilon"),
                        false));
        ALL.put(
                "LayerNorm",
                s -> torch.layer_norm(s.in(), last(s), s.maybe("weight"), s.maybe("bias"), s.d("epsilon"), false));
        ALL.put("RMSNorm", s -> torch.rms_norm(s.in(), last(s), s.maybe("weight"), new DoubleOptional(s.d("epsilon"))));
    }

    /// @return the sizes of the axes that are normalised
    private static long[] last(Side s) {
        long[] sizes = new long[s.i("axes")];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = s.in().size(s.in().dim() - sizes.length + k);
        }
        return sizes;
    }

    private static void sequences() {
        for (String type : List.of("RNN", "LSTM", "GRU", "Bidirectional")) {
            ALL.put(type, s -> Sequences.recurrent(s, type));
        }
        ALL.put("Embedding", s -> torch.embedding(s.p("weight"), Torch.whole(s.in())));
        ALL.put("LearnedPositions", s -> s.in().add(
                        s.parameters().values().iterator().next()));
        Sequences.put(ALL);
        ALL.put("MultiHeadAttention", s -> Sequences.attention(s, false));
        ALL.put("GroupedQueryAttention", s -> Sequences.attention(s, true));
    }

    private static void losses() {
        ALL.put("MSE", s -> {
            Tensor error = torch.mse_loss(s.in(), s.target());
            // "sum" is one sample's, of which the mean is taken
            Tensor loss = s.s("reduction").equals("sum")
                    ? error.mul(Torch.scalar((double) s.in().numel() / s.in().size(0)))
                    : error;
            return s.is("half") ? loss.mul(Torch.scalar(0.5)) : loss;
        });
        ALL.put("CrossEntropy", s -> {
            Tensor z = s.in();
            Tensor y = s.target();
            boolean indices = y.dim() < z.dim();
            long ignored = s.i("ignoreIndex") < 0 ? -100 : s.i("ignoreIndex");
            Tensor rows = z.reshape(-1, z.size(z.dim() - 1));
            return indices
                    ? torch.cross_entropy_loss(rows, Torch.whole(y.reshape(-1)), new TensorOptional(), MEAN, ignored, 0)
                    : torch.cross_entropy_loss(rows, y.reshape(-1, z.size(z.dim() - 1)));
        });
        ALL.put("BCEWithLogits", s -> torch.binary_cross_entropy_with_logits(s.in(), s.target()));
    }
}
