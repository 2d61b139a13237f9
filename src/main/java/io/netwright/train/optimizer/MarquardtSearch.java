package io.netwright.train.optimizer;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/// The step of [LevenbergMarquardt].
final class MarquardtSearch implements Search {

    /// More parameters than this take more than half a gigabyte.
    private static final int MOST_PARAMETERS = 5000;

    /// How often the damping is raised before the step is given up.
    private static final int TRIES = 12;

    private final double factor;
    private double damping;

    MarquardtSearch(double damping, double factor) {
        this.damping = damping;
        this.factor = factor;
    }

    @Override
    public Search copy() {
        return new MarquardtSearch(damping, factor);
    }

    @Override
    public double[] memory() {
        return new double[] {damping};
    }

    @Override
    public void recall(double[] memory) {
        if (memory.length != 1) {
            throw new IllegalArgumentException(memory.length + " numbers");
        }
        damping = memory[0];
    }

    @Override
    public double[] next(double rate, double[] x, double loss, double[] gradient, Objective objective) {
        int n = x.length;
        if (n > MOST_PARAMETERS) {
            throw new UserException(Message.of("train.problem.tooManyForMarquardt", n, MOST_PARAMETERS));
        }
        DMatrixRMaj curvature = new DMatrixRMaj(n, n);
        DMatrixRMaj pull = new DMatrixRMaj(n, 1);
        objective.residuals(x, (error, row) -> {
            for (int i = 0; i < n; i++) {
                pull.data[i] -= row[i] * error;
                double a = row[i];
                for (int j = 0; a != 0 && j < n; j++) {
                    curvature.data[i * n + j] += a * row[j];
                }
            }
        });
        double[] unused = new double[n];
        for (int k = 0; k < TRIES; k++) {
            double[] next = Flat.sum(x, rate, step(curvature, pull));
            if (objective.at(next, unused) < loss) {
                damping = Math.max(damping / factor, Double.MIN_NORMAL);
                return next;
            }
            damping *= factor;
        }
        return x;
    }

    private double[] step(DMatrixRMaj curvature, DMatrixRMaj pull) {
        int n = curvature.numRows;
        DMatrixRMaj damped = curvature.copy();
        for (int i = 0; i < n; i++) {
            damped.data[i * n + i] += damping;
        }
        DMatrixRMaj step = new DMatrixRMaj(n, 1);
        var solver = LinearSolverFactory_DDRM.chol(n);
        if (solver.setA(damped)) {
            solver.solve(pull, step);
        } else {
            CommonOps_DDRM.fill(step, 0);
        }
        return step.data;
    }
}
