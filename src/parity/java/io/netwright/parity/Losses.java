package io.netwright.parity;

import java.util.Arrays;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// Losses in PyTorch's terms.
final class Losses {

    private static final long MEAN = 1;
    private static final long SUM = 2;
    private static final long NOTHING_IGNORED = -100;

    private Losses() {}

    static void put(Map<String, Forms.Form> forms) {
        forms.put("MSE", s -> {
            Tensor loss = perSample(s, torch.mse_loss(s.in(), s.target()));
            return s.is("half") ? loss.mul(Torch.scalar(0.5)) : loss;
        });
        forms.put("L1", s -> perSample(s, torch.l1_loss(s.in(), s.target())));
        forms.put("SmoothL1", s -> perSample(s, torch.smooth_l1_loss(s.in(), s.target(), MEAN, s.d("beta"))));
        forms.put("Huber", s -> perSample(s, torch.huber_loss(s.in(), s.target(), MEAN, s.d("delta"))));
        forms.put("KLDiv", s -> perSample(s, torch.kl_div(s.in(), s.target(), MEAN, false)));
        forms.put("PoissonNLL", s -> torch.poisson_nll_loss(s.in(), s.target(), s.is("logInput"), false, 1e-8, MEAN));
        forms.put("CrossEntropy", Losses::crossEntropy);
        forms.put("NLL", Losses::nll);
        forms.put("BCE", s -> torch.binary_cross_entropy(s.in(), s.target()));
        forms.put(
                "BCEWithLogits",
                s -> torch.binary_cross_entropy_with_logits(
                        s.in(), s.target(), new TensorOptional(), s.reals("positiveWeight"), MEAN));
        forms.put("Hinge", Losses::hinge);
        forms.put("CosineEmbedding", Losses::cosine);
        forms.put("CTC", Losses::ctc);
    }

    /// What "sum" means here: the sum over one sample, of which the mean over the samples is taken.
    private static Tensor perSample(Side s, Tensor mean) {
        return s.s("reduction").equals("sum") ? mean.mul(Torch.scalar((double) s.in().numel() / s.in().size(0))) : mean;
    }

    private static boolean hasIndices(Side s) {
        return s.target().dim() < s.in().dim();
    }

    private static Tensor crossEntropy(Side s) {
        Tensor z = s.in();
        long classes = z.size(z.dim() - 1);
        Tensor rows = z.reshape(-1, classes);
        long ignored = s.i("ignoreIndex") < 0 ? NOTHING_IGNORED : s.i("ignoreIndex");
        Tensor y =
                hasIndices(s) ? Torch.whole(s.target().reshape(-1)) : s.target().reshape(-1, classes);
        return torch.cross_entropy_loss(
                rows,
                y,
                s.reals("classWeights"),
                MEAN,
                hasIndices(s) ? ignored : NOTHING_IGNORED,
                s.d("labelSmoothing"));
    }

    /// PyTorch takes class indices alone; of probabilities it is the same sum.
    private static Tensor nll(Side s) {
        if (hasIndices(s)) {
            return torch.nll_loss(s.in(), Torch.whole(s.target()), s.reals("classWeights"), MEAN, NOTHING_IGNORED);
        }
        return s.in().mul(s.target()).sum().mul(Torch.scalar(-1.0 / s.in().size(0)));
    }

    private static Tensor hinge(Side s) {
        if (hasIndices(s)) {
            return torch.multi_margin_loss(
                    s.in(),
                    Torch.whole(s.target()),
                    Torch.scalar(1),
                    Torch.scalar(s.d("margin")),
                    new TensorOptional(),
                    MEAN);
        }
        // not in PyTorch under a name
        return torch.relu(s.in().mul(s.target()).mul(Torch.scalar(-1)).add(Torch.scalar(s.d("margin"))))
                .mean();
    }

    /// Targets are 1 and -1; [Side] sees to that.
    private static Tensor cosine(Side s) {
        return torch.cosine_embedding_loss(s.in(), s.in("other"), s.target().reshape(-1), s.d("cosineMargin"), MEAN);
    }

    /// PyTorch has the steps first, and wants to know how many labels there are; they come one row after the other.
    private static Tensor ctc(Side s) {
        Tensor z = s.in();
        int blank = s.i("blank");
        double[] padded = Torch.numbers(s.target());
        int width = padded.length / (int) z.size(0);
        long[] lengths = new long[(int) z.size(0)];
        long[] steps = new long[lengths.length];
        for (int n = 0; n < lengths.length; n++) {
            steps[n] = z.size(1);
            for (int i = n * width; i < (n + 1) * width; i++) {
                lengths[n] += padded[i] == blank ? 0 : 1;
            }
        }
        long[] labels = Arrays.stream(padded)
                .filter(label -> label != blank)
                .mapToLong(label -> (long) label)
                .toArray();
        Tensor logarithms = torch.log_softmax(z, 2).transpose(0, 1);
        Tensor sum = torch.ctc_loss(
                logarithms, Tensor.create(labels, labels.length), steps, lengths, blank, SUM, s.is("zeroInfinity"));
        return sum.mul(Torch.scalar(1.0 / lengths.length));
    }
}
