package io.netwright.parity;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// PyTorch's tensors from and to the engine's, and shorthands for what forms need often.
final class Torch {

    private Torch() {}

    static Tensor of(io.netwright.tensor.Tensor t) {
        return Tensor.create(t.toArray(), Arrays.stream(t.dims()).asLongStream().toArray());
    }

    static double[] numbers(Tensor t) {
        Tensor plain = t.detach().contiguous();
        double[] numbers = new double[(int) plain.numel()];
        DoublePointer data = plain.data_ptr_double();
        data.get(numbers);
        return numbers;
    }

    static Tensor whole(Tensor t) {
        return t.to(torch.ScalarType.Long);
    }

    static Tensor cat(List<Tensor> list, long axis) {
        return torch.cat(vector(list), axis);
    }

    static TensorVector vector(List<Tensor> list) {
        return new TensorVector(list.toArray(Tensor[]::new));
    }

    static Scalar scalar(double value) {
        return new Scalar(value);
    }

    /// @return `x` with `before[k]` and `after[k]` elements of `value` around its k-th axis behind samples and
    ///   channels;
    ///     negative numbers cut off
    static Tensor pad(Tensor x, long[] before, long[] after, double value) {
        // PyTorch begins with the last axis
        long[] pads = new long[2 * before.length];
        for (int k = 0; k < before.length; k++) {
            pads[2 * (before.length - 1 - k)] = before[k];
            pads[2 * (before.length - 1 - k) + 1] = after[k];
        }
        return torch.constant_pad_nd(x, pads, scalar(value));
    }

    static long[] all(int count, long value) {
        long[] numbers = new long[count];
        Arrays.fill(numbers, value);
        return numbers;
    }
}
