package io.netwright.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/// Recurrent layers and attention in PyTorch's terms. Its weights are ours transposed.
final class Sequences {

    private Sequences() {}

    /// Adds the layers over sequences that are one line each.
    static void put(Map<String, Forms.Form> all) {
        all.put("GLU", s -> torch.glu(s.in(), -1));
        all.put("SwiGLU", s -> torch.silu(project(s, "gate", s.in())).mul(project(s, "value", s.in())));
        all.put(
                "MatMul",
                s -> torch.matmul(
                        s.is("transposeLeft") ? s.in().transpose(-2, -1) : s.in(),
                        s.is("transposeRight") ? by(s).transpose(-2, -1) : by(s)));
        all.put("Attention", Sequences::alone);
    }

    private static Tensor by(Side s) {
        return Objects.requireNonNull(s.in("by"), "a product has two sides");
    }

    private static Tensor alone(Side s) {
        Tensor keys = s.isWired("key") ? s.in("key") : s.in();
        Tensor values = s.isWired("value") ? s.in("value") : keys;
        DoubleOptional scale = s.is("scaled") ? new DoubleOptional() : new DoubleOptional(1.0);
        boolean causal = s.is("causal") && !s.isWired("mask");
        return torch.scaled_dot_product_attention(
                        s.in().unsqueeze(1), keys.unsqueeze(1), values.unsqueeze(1), mask(s), 0, causal, scale, false)
                .squeeze(1);
    }

    static Tensor recurrent(Side s, String type) {
        boolean joined = type.equals("Bidirectional");
        boolean both = joined || s.is("bidirectional");
        String cell = joined ? s.s("cell") : type;
        int layers = s.i("layers");
        long units = s.i("units");
        List<Tensor> weights = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            for (String way : both ? List.of("", "_reverse") : List.of("")) {
                String at = "_l" + layer + way;
                weights.add(s.p("weight_ih" + at).t());
                weights.add(s.p("weight_hh" + at).t());
                if (s.is("bias")) {
                    weights.add(s.p("bias_ih" + at));
                    weights.add(s.p("bias_hh" + at));
                }
            }
        }
        Tensor x = s.in();
        Tensor start = Tensor.create(
                new double[(int) (layers * (both ? 2 : 1) * x.size(0) * units)],
                layers * (both ? 2 : 1),
                x.size(0),
                units);
        Tensor y = run(s, cell, x, start, Torch.vector(weights), layers, both);
        boolean last = s.s("output").equals("last");
        if (!both) {
            return last ? y.select(1, x.size(1) - 1) : y;
        }
        Tensor forward = y.narrow(2, 0, units);
        Tensor backward = y.narrow(2, units, units);
        if (last) {
            forward = forward.select(1, x.size(1) - 1);
            backward = backward.select(1, 0);
        }
        return switch (joined ? s.s("join") : "concat") {
            case "sum" -> forward.add(backward);
            case "mean" -> forward.add(backward).mul(Torch.scalar(0.5));
            case "product" -> forward.mul(backward);
            default -> Torch.cat(List.of(forward, backward), -1);
        };
    }

    private static Tensor run(
            Side s, String cell, Tensor x, Tensor start, TensorVector weights, long layers, boolean both) {
        boolean bias = s.is("bias");
        return switch (cell) {
            case "LSTM" ->
                torch.lstm(x, new TensorVector(start, start), weights, bias, layers, 0, true, both, true)
                        .get0();
            case "GRU" ->
                torch.gru(x, start, weights, bias, layers, 0, true, both, true).get0();
            default ->
                s.s("activation").equals("relu")
                        ? torch.rnn_relu(x, start, weights, bias, layers, 0, true, both, true)
                                .get0()
                        : torch.rnn_tanh(x, start, weights, bias, layers, 0, true, both, true)
                                .get0();
        };
    }

    static Tensor attention(Side s, boolean grouped) {
        Tensor x = s.in();
        Tensor keys = s.isWired("key") ? s.in("key") : x;
        Tensor values = s.isWired("value") ? s.in("value") : keys;
        long heads = s.i("heads");
        long keyHeads = grouped ? s.i("keyHeads") : heads;
        Tensor q = split(project(s, "query", x), heads);
        Tensor k = repeated(split(project(s, "key", keys), keyHeads), heads / keyHeads);
        Tensor v = repeated(split(project(s, "value", values), keyHeads), heads / keyHeads);
        Tensor mixed = torch.scaled_dot_product_attention(
                q, k, v, mask(s), 0, s.is("causal") && !s.isWired("mask"), new DoubleOptional(), false);
        Tensor together = mixed.transpose(1, 2).reshape(x.size(0), x.size(1), -1);
        return project(s, "output", together);
    }

    private static Tensor repeated(Tensor t, long times) {
        return times == 1 ? t : t.repeat_interleave(times, new LongOptional(1), new LongOptional());
    }

    private static TensorOptional mask(Side s) {
        @Nullable Tensor mask = s.in("mask");
        if (mask == null) {
            return new TensorOptional();
        }
        return new TensorOptional(
                mask.detach().reshape(mask.size(0), 1, 1, mask.size(1)).to(torch.ScalarType.Bool));
    }

    private static Tensor project(Side s, String name, Tensor x) {
        Tensor y = torch.matmul(x, s.p(name + "_weight"));
        return s.has(name + "_bias") ? y.add(s.p(name + "_bias")) : y;
    }

    /// @return `(N, T, heads depth)` as `(N, heads, T, depth)`
    private static Tensor split(Tensor x, long heads) {
        return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);
    }
}
