package io.netwright.program.init;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a parameter holds before training.
///
/// Sealed, so that a new one is offered by the inspector, saved and documented everywhere at once.
public sealed interface Initialiser {

    /// The numbers of inputs and outputs of one unit, from which Glorot, He and LeCun take their scale. For a
    /// convolution each is multiplied by the kernel's area.
    record Fans(int in, int out) {
        public static final Fans ONE = new Fans(1, 1);
    }

    /// @return the name in files, such as `glorotUniform`
    String type();

    /// Writes the initial values.
    ///
    /// @param out  as many as the parameter has elements, in row-major order. Modified.
    /// @param dims the parameter's sizes, of which [#fits] holds
    void fill(double[] out, int[] dims, Fans fans, RandomGenerator random);

    /// @return whether a parameter of these sizes can be filled
    default boolean fits(int[] dims) {
        return true;
    }

    /// Uniform in +-sqrt(6 / (in + out)). Glorot and Bengio, AISTATS 2010; PyTorch's Xavier.
    record GlorotUniform() implements Initialiser {
        @Override
        public String type() {
            return "glorotUniform";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.uniform(out, Math.sqrt(6.0 / (fans.in() + fans.out())), random);
        }
    }

    /// Normal with variance 2 / (in + out). Glorot and Bengio, AISTATS 2010; PyTorch's Xavier.
    record GlorotNormal() implements Initialiser {
        @Override
        public String type() {
            return "glorotNormal";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.normal(out, Math.sqrt(2.0 / (fans.in() + fans.out())), random);
        }
    }

    /// Uniform in +-sqrt(6 / in), for layers before a ReLU. He et al., ICCV 2015; PyTorch's Kaiming.
    record HeUniform() implements Initialiser {
        @Override
        public String type() {
            return "heUniform";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.uniform(out, Math.sqrt(6.0 / fans.in()), random);
        }
    }

    /// Normal with variance 2 / in, for layers before a ReLU. He et al., ICCV 2015; PyTorch's Kaiming.
    record HeNormal() implements Initialiser {
        @Override
        public String type() {
            return "heNormal";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.normal(out, Math.sqrt(2.0 / fans.in()), random);
        }
    }

    /// Uniform in +-sqrt(3 / in), for layers before a SELU. LeCun et al., Efficient BackProp, 1998.
    record LecunUniform() implements Initialiser {
        @Override
        public String type() {
            return "lecunUniform";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.uniform(out, Math.sqrt(3.0 / fans.in()), random);
        }
    }

    /// Normal with variance 1 / in, for layers before a SELU. LeCun et al., Efficient BackProp, 1998.
    record LecunNormal() implements Initialiser {
        @Override
        public String type() {
            return "lecunNormal";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.normal(out, Math.sqrt(1.0 / fans.in()), random);
        }
    }

    /// Uniform from `low` to `high`.
    record Uniform(double low, double high) implements Initialiser {
        @Override
        public String type() {
            return "uniform";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.uniform(out, low, high, random);
        }
    }

    /// Normal.
    record Normal(double mean, double deviation) implements Initialiser {
        @Override
        public String type() {
            return "normal";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.normal(out, deviation, random);
            Arrays.setAll(out, i -> mean + out[i]);
        }
    }

    /// Normal, with nothing further than two deviations off the mean.
    record TruncatedNormal(double mean, double deviation) implements Initialiser {
        @Override
        public String type() {
            return "truncatedNormal";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.truncatedNormal(out, mean, deviation, random);
        }
    }

    /// A random matrix whose rows or columns, whichever are fewer, are orthogonal and of length `gain`. Of more than
    /// two axes, all but the first count as columns. Saxe, McClelland and Ganguli, ICLR 2014.
    record Orthogonal(double gain) implements Initialiser {
        @Override
        public String type() {
            return "orthogonal";
        }

        @Override
        public boolean fits(int[] dims) {
            return dims.length >= 2;
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Draw.orthogonal(out, dims[0], out.length / dims[0], random);
            Arrays.setAll(out, i -> gain * out[i]);
        }
    }

    /// `gain` on the diagonal of a matrix, 0 elsewhere: a layer that hands on what comes in.
    record Identity(double gain) implements Initialiser {
        @Override
        public String type() {
            return "identity";
        }

        @Override
        public boolean fits(int[] dims) {
            return dims.length == 2;
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Arrays.fill(out, 0);
            for (int i = 0; i < Math.min(dims[0], dims[1]); i++) {
                out[i * dims[1] + i] = gain;
            }
        }
    }

    /// 1 in the middle of the kernel from each input channel to its output channel, 0 elsewhere: a convolution `[out,
    /// in / groups, kernel...]` that hands on what comes in. As PyTorch's `dirac_`.
    record Dirac(double groups) implements Initialiser {
        @Override
        public String type() {
            return "dirac";
        }

        @Override
        public boolean fits(int[] dims) {
            return dims.length >= 3 && groups >= 1 && groups == Math.rint(groups) && dims[0] % (int) groups == 0;
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Arrays.fill(out, 0);
            int perGroup = dims[0] / (int) groups;
            int kernel = 1;
            int middle = 0;
            for (int axis = 2; axis < dims.length; axis++) {
                kernel *= dims[axis];
                middle = middle * dims[axis] + dims[axis] / 2;
            }
            for (int g = 0; g < (int) groups; g++) {
                for (int c = 0; c < Math.min(perGroup, dims[1]); c++) {
                    out[((g * perGroup + c) * dims[1] + c) * kernel + middle] = 1;
                }
            }
        }
    }

    record Zeros() implements Initialiser {
        @Override
        public String type() {
            return "zeros";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Arrays.fill(out, 0);
        }
    }

    record Ones() implements Initialiser {
        @Override
        public String type() {
            return "ones";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Arrays.fill(out, 1);
        }
    }

    record Constant(double value) implements Initialiser {
        @Override
        public String type() {
            return "constant";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            Arrays.fill(out, value);
        }
    }

    /// The numbers themselves, in row-major order. A parameter of another size refuses them when the network compiles.
    record Explicit(List<Double> values) implements Initialiser {
        public Explicit {
            values = List.copyOf(values);
        }

        @Override
        public String type() {
            return "explicit";
        }

        @Override
        public boolean fits(int[] dims) {
            return Arrays.stream(dims).reduce(1, (a, b) -> a * b) == values.size();
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            if (out.length != values.size()) {
                throw new IllegalArgumentException(values.size() + " values for " + out.length + " elements");
            }
            for (int i = 0; i < out.length; i++) {
                out[i] = values.get(i);
            }
        }
    }
}
