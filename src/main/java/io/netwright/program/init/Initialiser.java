package io.netwright.program.init;

import java.util.List;
import java.util.random.RandomGenerator;

/// What a parameter holds before training.
///
/// Sealed, so that a new one is offered by the inspector, saved and documented everywhere at once.
public sealed interface Initialiser {

    /// The numbers of inputs and outputs of one unit, from which Glorot and He take their scale. For a convolution
    /// each is multiplied by the kernel's area.
    record Fans(int in, int out) {
        public static final Fans ONE = new Fans(1, 1);
    }

    /// @return the name in files, such as `glorotUniform`
    String type();

    /// Writes the initial values.
    ///
    /// @param out  as many as the parameter has elements, in row-major order. Modified.
    /// @param dims the parameter's sizes
    void fill(double[] out, int[] dims, Fans fans, RandomGenerator random);

    /// Uniform in +-sqrt(6 / (in + out)). Glorot and Bengio, AISTATS 2010.
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

    /// Normal with variance 2 / (in + out). Glorot and Bengio, AISTATS 2010.
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

    /// Uniform in +-sqrt(6 / in), for layers before a ReLU. He et al., ICCV 2015.
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

    /// Normal with variance 2 / in, for layers before a ReLU. He et al., ICCV 2015.
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

    record Zeros() implements Initialiser {
        @Override
        public String type() {
            return "zeros";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            java.util.Arrays.fill(out, 0);
        }
    }

    record Constant(double value) implements Initialiser {
        @Override
        public String type() {
            return "constant";
        }

        @Override
        public void fill(double[] out, int[] dims, Fans fans, RandomGenerator random) {
            java.util.Arrays.fill(out, value);
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
