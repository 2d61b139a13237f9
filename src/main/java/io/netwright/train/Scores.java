package io.netwright.train;

import io.netwright.tensor.Tensor;
import io.netwright.train.metric.Task;

/// What a network answers for some samples, as people read it: a probability for each class, or values.
///
/// @param isClasses whether each sample has one class, which is the most probable one
/// @param width     the numbers of one sample
/// @param numbers   sample after sample, `width` each. Not modified, and not to be modified.
public record Scores(boolean isClasses, int width, double[] numbers) {

    public Scores {
        if (width < 1 || numbers.length % width != 0) {
            throw new IllegalArgumentException(numbers.length + " numbers, " + width + " a sample");
        }
    }

    /// Reads a prediction: logits of classes by the softmax, a single logit of yes or no as the probabilities of no and
    /// of yes, several such logits one by one by the sigmoid, values as they are.
    ///
    /// @param prediction what goes into the loss, batch axis first. Not modified.
    public static Scores of(Task task, Tensor prediction) {
        int samples = prediction.dim(0);
        int each = prediction.size() / samples;
        return switch (task) {
            case CLASS_INDEX, CLASS_PROBABILITIES -> new Scores(true, each, softmax(prediction, samples, each));
            case BINARY_LOGITS -> {
                boolean single = each == 1;
                double[] numbers = new double[single ? 2 * samples : prediction.size()];
                for (int i = 0; i < prediction.size(); i++) {
                    double yes = sigmoid(prediction.get(i));
                    if (single) {
                        numbers[2 * i] = sigmoid(-prediction.get(i));
                        numbers[2 * i + 1] = yes;
                    } else {
                        numbers[i] = yes;
                    }
                }
                yield new Scores(single, single ? 2 : each, numbers);
            }
            case VALUES -> new Scores(false, each, prediction.toArray());
        };
    }

    private static double[] softmax(Tensor logits, int samples, int k) {
        double[] numbers = logits.toArray();
        for (int row = 0; row < samples; row++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                most = Math.max(most, numbers[row * k + c]);
            }
            double sum = 0;
            for (int c = 0; c < k; c++) {
                int at = row * k + c;
                numbers[at] = Math.exp(numbers[at] - most);
                sum += numbers[at];
            }
            for (int c = 0; c < k; c++) {
                numbers[row * k + c] /= sum;
            }
        }
        return numbers;
    }

    private static double sigmoid(double x) {
        // the exponential of a large number would be infinite
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }

    /// @return how many samples there are
    public int samples() {
        return numbers.length / width;
    }

    /// @return number `k` of a sample: a probability or a value
    public double at(int sample, int k) {
        return numbers[sample * width + k];
    }

    /// @return the most probable class, the first of equal ones
    public int best(int sample) {
        int best = 0;
        for (int k = 1; k < width; k++) {
            if (at(sample, k) > at(sample, best)) {
                best = k;
            }
        }
        return best;
    }
}
