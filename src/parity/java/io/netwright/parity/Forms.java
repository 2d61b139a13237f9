package io.netwright.parity;

import io.netwright.layer.Composite;
import io.netwright.layer.LayerRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LocalResponseNormOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// Each layer as PyTorch computes it: one line a layer.
final class Forms {

    /// What PyTorch makes of the layer's inputs and parameters.
    @FunctionalInterface
    interface Form {
        Tensor apply(Side s);
    }

    /// By type.
    static final Map<String, Form> ALL = new LinkedHashMap<>();

    /// What PyTorch has nothing to be compared with for, and why.
    static final Map<String, String> NONE = new LinkedHashMap<>();

    static {
        core();
        activations();
        windows();
        norms();
        sequences();
        Shapes.put(ALL);
        Losses.put(ALL);
        none();
    }

    private Forms() {}

    private static void none() {
        NONE.put("Input", "computes nothing");
        NONE.put("TokenInput", "computes nothing");
        NONE.put("Masking", "PyTorch packs sequences instead");
        NONE.put("Split", "two outputs, each as Slice has it");
        for (String type : List.of("Dropout", "SpatialDropout", "AlphaDropout", "GaussianNoise")) {
            NONE.put(type, "draws random numbers of its own");
        }
        for (String type : List.of("LogCosh", "Focal", "Dice", "SinusoidalPositions", "RotaryPositions")) {
            NONE.put(type, "not in PyTorch");
        }
        LayerRegistry.STANDARD.all().stream()
                .filter(Composite.class::isInstance)
                .forEach(layer -> NONE.put(layer.info().type(), "made of layers that are compared"));
        NONE.put("GaussianNLL", "in Python only");
    }

    private static void core() {
        ALL.put("Dense", s -> {
            Tensor z = torch.matmul(s.in(), s.p("weight"));
            return s.has("bias") ? z.add(s.p("bias")) : z;
        });
        ALL.put("Bilinear", s -> torch.bilinear(s.in(), s.in("other"), s.p("weight"), s.maybe("bias")));
        ALL.put("Flatten", s -> s.in().reshape(s.in().size(0), -1));
        ALL.put("Add", s -> s.all().stream().reduce(Tensor::add).orElseThrow());
        ALL.put("Multiply", s -> s.all().stream().reduce(Tensor::mul).orElseThrow());
        ALL.put("Maximum", s -> s.all().stream().reduce(torch::maximum).orElseThrow());
        ALL.put("Average", s -> s.all().stream()
                .reduce(Tensor::add)
                .orElseThrow()
                .mul(Torch.scalar(1.0 / s.all().size())));
        ALL.put("Subtract", s -> torch.sub(s.in(), s.in("minus")));
        ALL.put("Concat", s -> Torch.cat(s.all(), s.i("axis") + 1));
    }

    private static void activations() {
        ALL.put("ReLU", s -> torch.relu(s.in()));
        ALL.put("LeakyReLU", s -> torch.leaky_relu(s.in(), Torch.scalar(s.d("slope"))));
        ALL.put("Sigmoid", s -> torch.sigmoid(s.in()));
        ALL.put("Tanh", s -> torch.tanh(s.in()));
        ALL.put("GELU", s -> torch.gelu(s.in(), s.s("approximate")));
        ALL.put("ReLU6", s -> torch.relu6(s.in()));
        ALL.put("PReLU", s -> torch.prelu(s.in(), s.p("weight")));
        ALL.put("ELU", s -> torch.elu(s.in(), Torch.scalar(s.d("alpha")), Torch.scalar(1), Torch.scalar(1)));
        ALL.put("SELU", s -> torch.selu(s.in()));
        ALL.put("CELU", s -> torch.celu(s.in(), Torch.scalar(s.d("alpha"))));
        ALL.put("SiLU", s -> torch.silu(s.in()));
        ALL.put("Mish", s -> torch.mish(s.in()));
        ALL.put("HardSigmoid", s -> torch.hardsigmoid(s.in()));
        ALL.put("HardSwish", s -> torch.hardswish(s.in()));
        // PyTorch goes over to a straight line at 20, where the difference is 2e-9
        ALL.put("Softplus", s -> torch.softplus(s.in(), Torch.scalar(s.d("beta")), Torch.scalar(100)));
        ALL.put("Softsign", s -> torch.softsign(s.in()));
        ALL.put("Softmax", s -> torch.softmax(s.in(), -1));
        ALL.put("LogSoftmax", s -> torch.log_softmax(s.in(), -1));
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
                "GroupNorm",
                s -> torch.group_norm(
                        s.in(), s.i("groups"), s.maybe("weight"), s.maybe("bias"), s.d("epsilon"), false));
        ALL.put(
                "InstanceNorm",
                s -> torch.instance_norm(
                        s.in(),
                        s.maybe("weight"),
                        s.maybe("bias"),
                        new TensorOptional(),
                        new TensorOptional(),
                        true,
                        0.1,
                        s.d("epsilon"),
                        false));
        ALL.put("LocalResponseNorm", Forms::responses);
        ALL.put(
                "LayerNorm",
                s -> torch.layer_norm(s.in(), last(s), s.maybe("weight"), s.maybe("bias"), s.d("epsilon"), false));
        ALL.put("RMSNorm", s -> torch.rms_norm(s.in(), last(s), s.maybe("weight"), new DoubleOptional(s.d("epsilon"))));
    }

    /// PyTorch wants an axis behind the channels.
    private static Tensor responses(Side s) {
        LocalResponseNormOptions o = new LocalResponseNormOptions(s.i("size"));
        o.alpha().put(s.d("alpha"));
        o.beta().put(s.d("beta"));
        o.k().put(s.d("k"));
        Tensor x = s.in();
        return x.dim() == 2
                ? torch.local_response_norm(x.unsqueeze(2), o).reshape(x.size(0), x.size(1))
                : torch.local_response_norm(x, o);
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
}
