package io.netwright.parity;

import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// What lays numbers out in another way, in PyTorch's terms.
final class Shapes {

    private Shapes() {}

    static void put(Map<String, Forms.Form> forms) {
        forms.put("Reshape", s -> s.in().reshape(behindSamples(s.in().size(0), s.ints("targetShape"))));
        forms.put("Permute", s -> s.in().permute(behindSamples(
                0, LongStream.of(s.ints("order")).map(axis -> axis + 1).toArray())));
        forms.put("RepeatVector", s -> s.in().unsqueeze(1).repeat(1, s.i("times"), 1));
        forms.put("Slice", s -> {
            long axis = s.i("axis") + 1;
            long length = s.i("length") == 0 ? s.in().size(axis) - s.i("from") : s.i("length");
            return s.in().narrow(axis, s.i("from"), length);
        });
        forms.put("Gather", s -> torch.index_select(s.in(), s.i("axis") + 1, indices(s.ints("indices"))));
        forms.put("Pad", Shapes::pad);
        forms.put("Crop", s -> {
            long[] before = s.ints("before");
            long[] after = s.ints("after");
            Tensor x = s.in();
            for (int k = 0; k < before.length; k++) {
                long axis = s.in().dim() - before.length + k;
                x = x.narrow(axis, before[k], x.size(axis) - before[k] - after[k]);
            }
            return x;
        });
        forms.put("Upsample", s -> {
            long[] factor = s.ints("factor");
            long[] size = {s.in().size(2) * factor[0], s.in().size(3) * factor[1]};
            return s.s("interpolation").equals("bilinear")
                    ? torch.upsample_bilinear2d(s.in(), size, false, new DoubleOptional(), new DoubleOptional())
                    : torch.upsample_nearest2d(s.in(), size, new DoubleOptional(), new DoubleOptional());
        });
        forms.put("PixelShuffle", s -> torch.pixel_shuffle(s.in(), s.i("upscale")));
    }

    private static long[] behindSamples(long first, long[] rest) {
        return LongStream.concat(LongStream.of(first), LongStream.of(rest)).toArray();
    }

    private static Tensor indices(long[] which) {
        return Torch.whole(
                Tensor.create(LongStream.of(which).mapToDouble(i -> i).toArray(), which.length));
    }

    /// Axis by axis: PyTorch's own padding by mirrors and edges takes certain numbers of axes only.
    private static Tensor pad(Side s) {
        long[] before = s.ints("before");
        long[] after = s.ints("after");
        Tensor x = s.in();
        for (int k = 0; k < before.length; k++) {
            long axis = s.in().dim() - before.length + k;
            x = padded(x, axis, before[k], after[k], s.s("mode"));
        }
        return x;
    }

    private static Tensor padded(Tensor x, long axis, long before, long after, String mode) {
        long size = x.size(axis);
        if (mode.equals("zeros")) {
            long[] pads = new long[(int) (2 * (x.dim() - axis))];
            pads[pads.length - 2] = before;
            pads[pads.length - 1] = after;
            return torch.constant_pad_nd(x, pads, Torch.scalar(0));
        }
        long[] from = LongStream.range(-before, size + after)
                .map(i -> mode.equals("reflect") ? mirrored(i, size) : Math.clamp(i, 0L, size - 1))
                .toArray();
        return torch.index_select(x, axis, indices(from));
    }

    private static long mirrored(long i, long size) {
        return i < 0 ? -i : i >= size ? 2 * (size - 1) - i : i;
    }
}
