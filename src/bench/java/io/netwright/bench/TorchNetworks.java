package io.netwright.bench;

import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// The networks of the bench in PyTorch's functions, on the weights that Netwright begins with, laid out as PyTorch
/// likes them.
final class TorchNetworks {

    private TorchNetworks() {}

    private static Tensor get(Map<String, Tensor> w, String name) {
        return Objects.requireNonNull(w.get(name), name);
    }

    /// Turns matrices, which PyTorch keeps as (out, in), and joins what it keeps in one.
    static void rearrange(BenchCase c, Map<String, Tensor> w) {
        if (c.name().equals("tiny-gpt")) {
            for (String block : new String[] {"att1", "att2"}) {
                for (String kind : new String[] {"_weight", "_bias"}) {
                    TensorVector parts = new TensorVector();
                    for (String part : new String[] {".query", ".key", ".value"}) {
                        parts.push_back(Objects.requireNonNull(w.remove(block + part + kind)));
                    }
                    w.put(block + ".qkv" + kind, torch.cat(parts, -1));
                }
            }
        }
        w.replaceAll((name, t) -> {
            boolean matrix = t.dim() == 2 && !name.startsWith("tok.") && !name.startsWith("pos.");
            return matrix ? t.t().contiguous() : t;
        });
    }

    static TorchContestant.Forward forward(BenchCase c) {
        return switch (c.name()) {
            case "lenet5" -> TorchNetworks::lenet5;
            case "tiny-gpt" -> TorchNetworks::tinyGpt;
            case "lstm" -> TorchNetworks::lstm;
            default -> TorchNetworks::mlp;
        };
    }

    private static Tensor linear(Map<String, Tensor> w, String name, Tensor x) {
        return torch.linear(x, get(w, name + "weight"), new TensorOptional(get(w, name + "bias")));
    }

    private static Tensor mlp(Map<String, Tensor> w, Tensor x) {
        Tensor h = linear(w, "dense1.", x).relu_();
        return linear(w, "dense3.", linear(w, "dense2.", h).relu_());
    }

    private static Tensor convolved(Map<String, Tensor> w, String name, Tensor x, long padding) {
        long[] one = {1, 1};
        Tensor y = torch.conv2d(
                x,
                get(w, name + ".weight"),
                new TensorOptional(get(w, name + ".bias")),
                one,
                new long[] {padding, padding},
                one,
                1);
        return torch.max_pool2d(y.relu_(), 2, 2);
    }

    private static Tensor lenet5(Map<String, Tensor> w, Tensor x) {
        Tensor h = convolved(w, "conv2", convolved(w, "conv1", x, 2), 0).reshape(x.size(0), -1);
        return mlp(w, h);
    }

    private static Tensor norm(Map<String, Tensor> w, String name, Tensor x) {
        TensorOptional gamma = new TensorOptional(get(w, name + ".weight"));
        TensorOptional beta = new TensorOptional(get(w, name + ".bias"));
        return torch.layer_norm(x, new long[] {x.size(-1)}, gamma, beta, 1e-5, false);
    }

    private static Tensor tinyGpt(Map<String, Tensor> w, Tensor tokens) {
        long n = tokens.size(0);
        long steps = tokens.size(1);
        Tensor x = torch.embedding(get(w, "tok.weight"), tokens).add(get(w, "pos.weight"));
        for (int i = 1; i <= 2; i++) {
            Tensor qkv = linear(w, "att" + i + ".qkv_", norm(w, "ln" + i + "a", x));
            TensorVector parts =
                    qkv.view(n, steps, 3, 4, 16).permute(2, 0, 3, 1, 4).unbind(0);
            Tensor mixed = torch.scaled_dot_product_attention(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    new TensorOptional(),
                    0,
                    true,
                    new DoubleOptional(),
                    false);
            Tensor joined = mixed.transpose(1, 2).reshape(n, steps, 64);
            x = x.add(linear(w, "att" + i + ".output_", joined));
            Tensor h = torch.gelu(linear(w, "up" + i + ".", norm(w, "ln" + i + "b", x)));
            x = x.add(linear(w, "down" + i + ".", h));
        }
        return linear(w, "head.", norm(w, "ln", x)).view(n * steps, 65);
    }

    private static Tensor lstm(Map<String, Tensor> w, Tensor x) {
        TensorVector start = new TensorVector();
        Tensor zeros = torch.zeros(1, x.size(0), 128);
        start.push_back(zeros);
        start.push_back(zeros);
        TensorVector all = new TensorVector();
        for (String part : new String[] {"weight_ih", "weight_hh", "bias_ih", "bias_hh"}) {
            all.push_back(get(w, "lstm." + part + "_l0"));
        }
        Tensor y = torch.lstm(x, start, all, true, 1, 0, true, false, true).get0();
        return linear(w, "dense.", y.select(1, x.size(1) - 1));
    }
}
