package io.netwright.train.optimizer;

import io.netwright.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// All parameters one behind the other, and a batch as a function of them.
final class Whole implements Objective {

    private final Tensor[] parameters;
    private final Repeatable batch;
    private final int size;

    /// @param parameters live; [#at] modifies them
    Whole(Tensor[] parameters, Repeatable batch) {
        this.parameters = parameters;
        this.batch = batch;
        this.size = Arrays.stream(parameters).mapToInt(Tensor::size).sum();
    }

    /// @return the parameters as they are
    double[] get() {
        double[] x = new double[size];
        int at = 0;
        for (Tensor p : parameters) {
            for (int i = 0; i < p.size(); i++) {
                x[at++] = p.get(i);
            }
        }
        return x;
    }

    void set(double[] x) {
        int at = 0;
        for (Tensor p : parameters) {
            for (int i = 0; i < p.size(); i++) {
                p.set(i, x[at++]);
            }
        }
    }

    /// Reads the gradients of the last run.
    void gradient(double[] into) {
        int at = 0;
        for (int p = 0; p < parameters.length; p++) {
            @Nullable Tensor g = batch.gradient(p);
            for (int i = 0; i < parameters[p].size(); i++) {
                into[at++] = g == null ? 0 : g.get(i);
            }
        }
    }

    @Override
    public double at(double[] x, double[] gradient) {
        set(x);
        double loss = batch.run();
        gradient(gradient);
        // a line search must turn back from where numbers end
        return Double.isFinite(loss) ? loss : Double.MAX_VALUE;
    }

    @Override
    public void residuals(double[] x, EachResidual each) {
        set(x);
        double[] derivative = new double[size];
        batch.eachPrediction((error, factor) -> {
            gradient(derivative);
            for (int i = 0; i < size; i++) {
                derivative[i] *= factor;
            }
            each.on(error, derivative);
        });
    }
}
