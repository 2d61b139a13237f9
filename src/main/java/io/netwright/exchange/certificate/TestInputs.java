package io.netwright.exchange.certificate;

import io.netwright.data.Scaler;
import io.netwright.exchange.onnx.OnnxModel;
import io.netwright.tensor.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Batches to try a model on. The same seed gives the same ones.
final class TestInputs {

    /// Where numbers come from.
    enum Kind {
        DATA,
        RANDOM
    }

    /// @param inputs for each of the model's inputs, as the file takes them, rounded to its precision
    record Batch(Kind kind, int size, List<double[]> inputs) {}

    private final OnnxModel model;
    private final @Nullable Samples samples;
    private final RandomGenerator random;
    private int next;

    TestInputs(OnnxModel model, @Nullable Samples samples, long seed) {
        this.model = model;
        this.samples = samples != null && samples.indices().length > 0 ? samples : null;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// @return the kinds of batches that can be had
    List<Kind> kinds() {
        return samples == null ? List.of(Kind.RANDOM) : List.of(Kind.DATA, Kind.RANDOM);
    }

    /// @return the next batch; data are taken in order, again from the first where they run out
    Batch next(Kind kind, int size) {
        List<double[]> inputs = new ArrayList<>();
        for (OnnxModel.Input input : model.inputs()) {
            double[] values = new double[input.data().value().shape().elements(size)];
            Samples from = kind == Kind.DATA ? samples : null;
            if (from != null) {
                copy(from, input.data().first(), values, size);
            } else {
                draw(input, values);
            }
            if (model.precision() == Precision.FLOAT32) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) values[i];
                }
            }
            inputs.add(values);
        }
        if (kind == Kind.DATA) {
            // every input has seen the same samples
            next += size;
        }
        return new Batch(kind, size, inputs);
    }

    /// @param first the first of a sample's numbers that the input takes; -1 for all
    private void copy(Samples from, int first, double[] into, int size) {
        int[] indices = from.indices();
        double[] sample = new double[from.data().width()];
        int width = into.length / size;
        for (int i = 0; i < size; i++) {
            from.data().features(indices[(next + i) % indices.length], sample, 0);
            System.arraycopy(sample, Math.max(0, first), into, i * width, width);
        }
    }

    /// Normally distributed as the network sees them, so that a scaled model gets features of the usual size.
    private void draw(OnnxModel.Input input, double[] into) {
        int vocabulary = input.data().vocabulary();
        if (vocabulary > 0) {
            for (int i = 0; i < into.length; i++) {
                into[i] = random.nextInt(vocabulary);
            }
            return;
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = random.nextGaussian();
        }
        Scaler scaler = input.scaler();
        if (scaler != null) {
            scaler.invert(into);
        }
    }
}
