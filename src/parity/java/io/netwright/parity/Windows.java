package io.netwright.parity;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// Convolutions and pools in PyTorch's terms. PyTorch pads both sides alike, so padding is a step of its own here.
final class Windows {

    private Windows() {}

    /// What is added before and after each axis.
    private record Pads(long[] before, long[] after) {}

    private static Pads pads(Side s, Tensor x, long[] kernel, long[] stride, long[] dilation) {
        int axes = kernel.length;
        long[] before = new long[axes];
        long[] after = new long[axes];
        for (int k = 0; k < axes; k++) {
            long reach = dilation[k] * (kernel[k] - 1) + 1;
            long length = x.size(2 + k);
            switch (s.s("padding")) {
                case "same" -> {
                    long places = (length + stride[k] - 1) / stride[k];
                    long total = Math.max(0, (places - 1) * stride[k] + reach - length);
                    before[k] = total / 2;
                    after[k] = total - total / 2;
                }
                case "causal" -> before[k] = reach - 1;
                case "explicit" -> {
                    long[] given = s.ints("pads");
                    before[k] = given[k];
                    after[k] = given[given.length == axes ? k : axes + k];
                }
                default -> {}
            }
        }
        return new Pads(before, after);
    }

    private static long[] dilation(Side s, int axes) {
        return s.hasProp("dilation") ? s.ints("dilation") : Torch.all(axes, 1);
    }

    static Tensor conv(Side s, Tensor x, Tensor weight, TensorOptional bias, long groups) {
        long[] kernel = s.ints("kernel");
        long[] stride = s.ints("stride");
        long[] dilation = dilation(s, kernel.length);
        Pads pads = pads(s, x, kernel, stride, dilation);
        long[] none = Torch.all(kernel.length, 0);
        return torch.convolution(
                Torch.pad(x, pads.before(), pads.after(), 0),
                weight,
                bias,
                stride,
                none,
                dilation,
                false,
                none,
                groups);
    }

    static Tensor pointwise(Tensor x, Tensor weight, TensorOptional bias) {
        int axes = (int) x.dim() - 2;
        long[] none = Torch.all(axes, 0);
        long[] one = Torch.all(axes, 1);
        return torch.convolution(x, weight, bias, one, none, one, false, none, 1);
    }

    /// The whole large side is computed, then cut to what the layer makes of it.
    static Tensor transposed(Side s) {
        Tensor x = s.in();
        long[] kernel = s.ints("kernel");
        long[] stride = s.ints("stride");
        long[] dilation = dilation(s, kernel.length);
        long[] extra = s.ints("outputPadding");
        int axes = kernel.length;
        long[] none = Torch.all(axes, 0);
        Tensor whole = torch.convolution(
                x, s.p("weight"), new TensorOptional(), stride, none, dilation, true, none, s.i("groups"));
        long[] before = new long[axes];
        long[] after = new long[axes];
        for (int k = 0; k < axes; k++) {
            long reach = dilation[k] * (kernel[k] - 1) + 1;
            switch (s.s("padding")) {
                case "same" -> {
                    before[k] = -(Math.max(0, reach - stride[k]) / 2);
                    after[k] = x.size(2 + k) * stride[k] - whole.size(2 + k) - before[k];
                }
                case "explicit" -> {
                    long[] given = s.ints("pads");
                    before[k] = -given[k];
                    after[k] = extra[k] - given[given.length == axes ? k : axes + k];
                }
                default -> after[k] = extra[k];
            }
        }
        Tensor cut = Torch.pad(whole, before, after, 0);
        return s.has("bias") ? cut.add(perChannel(s.p("bias"), axes)) : cut;
    }

    private static Tensor perChannel(Tensor bias, int axes) {
        long[] shape = Torch.all(axes + 1, 1);
        shape[0] = bias.numel();
        return bias.reshape(shape);
    }

    static Tensor maxPool(Side s) {
        long[] kernel = s.ints("kernel");
        long[] stride = s.ints("stride");
        long[] one = Torch.all(kernel.length, 1);
        long[] none = Torch.all(kernel.length, 0);
        Pads pads = pads(s, s.in(), kernel, stride, one);
        Tensor x = Torch.pad(s.in(), pads.before(), pads.after(), Double.NEGATIVE_INFINITY);
        return switch (kernel.length) {
            case 1 -> torch.max_pool1d(x, kernel, stride, none, one, false);
            case 2 -> torch.max_pool2d(x, kernel, stride, none, one, false);
            default -> torch.max_pool3d(x, kernel, stride, none, one, false);
        };
    }

    static Tensor averagePool(Side s) {
        long[] kernel = s.ints("kernel");
        long[] stride = s.ints("stride");
        Pads pads = pads(s, s.in(), kernel, stride, Torch.all(kernel.length, 1));
        Tensor mean = mean(Torch.pad(s.in(), pads.before(), pads.after(), 0), kernel, stride);
        if (s.is("countPadding")) {
            return mean;
        }
        return mean.div(mean(Torch.pad(torch.ones_like(s.in()), pads.before(), pads.after(), 0), kernel, stride));
    }

    private static Tensor mean(Tensor x, long[] kernel, long[] stride) {
        long[] none = Torch.all(kernel.length, 0);
        return switch (kernel.length) {
            case 1 -> torch.avg_pool1d(x, kernel, stride, none, false, true);
            case 2 -> torch.avg_pool2d(x, kernel, stride, none, false, true, new LongOptional());
            default -> torch.avg_pool3d(x, kernel, stride, none, false, true, new LongOptional());
        };
    }

    static Tensor adaptive(Side s) {
        Tensor x = s.in();
        int axes = (int) x.dim() - 2;
        long[] given = s.ints("outputSize");
        long[] size = given.length == axes ? given : Torch.all(axes, given[0]);
        return switch (axes) {
            case 1 -> torch.adaptive_avg_pool1d(x, size);
            case 2 -> torch.adaptive_avg_pool2d(x, size);
            default -> torch.adaptive_avg_pool3d(x, size);
        };
    }

    /// @return the axes behind samples and channels
    static long[] places(Tensor x) {
        long[] axes = new long[(int) x.dim() - 2];
        for (int k = 0; k < axes.length; k++) {
            axes[k] = 2 + k;
        }
        return axes;
    }
}
