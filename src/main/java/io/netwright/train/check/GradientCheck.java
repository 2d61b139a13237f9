package io.netwright.train.check;

import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Instruction;
import io.netwright.program.Parameters;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.train.check.GradientReport.Element;
import io.netwright.train.check.GradientReport.OfParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares the derivatives that backpropagation gives with central difference quotients of the loss, in float64.
///
/// It works in training mode: a dropout mask depends on seed and step alone, so each pass draws the same one, and
/// batch-norm uses the batch.
public final class GradientCheck {

    /// How to compare.
    ///
    /// @param epsilon   how far a parameter is moved to either side at first. A quotient that does not agree is tried
    ///   again
    ///                  with Richardson's extrapolation, closer and further away; a wrong derivative agrees with none
    /// @param tolerance the greatest relative error that passes
    /// @param floor     sums of absolute values below this, times the loss where that is above 1, are taken for this:
    ///   the
    ///                  rounding of the loss leaves nothing of them to compare
    /// @param elements  how many elements of each parameter are compared at most, drawn at random; 0 for all
    /// @param seed      of that draw
    public record Settings(double epsilon, double tolerance, double floor, int elements, long seed) {
        public static final Settings DEFAULT = new Settings(1e-5, 1e-6, 1e-4, 0, 1);

        public Settings withElements(int newElements) {
            return new Settings(epsilon, tolerance, floor, newElements, seed);
        }

        public Settings withTolerance(double newTolerance) {
            return new Settings(epsilon, newTolerance, floor, elements, seed);
        }
    }

    /// Hears how far a check has come, and may end it.
    @FunctionalInterface
    public interface Progress {

        /// Lets it come to its end.
        Progress PATIENT = (done, all) -> true;

        /// @param done elements compared so far
        /// @param all  elements to be compared
        /// @return whether to go on
        boolean goesOn(int done, int all);
    }

    /// How far a difference quotient of one width is from the derivative.
    ///
    /// @param epsilon how far the parameter is moved to either side
    /// @param error   relative, as in [GradientReport.Element]
    /// @param kinked  whether there is a kink on the way
    public record Width(double epsilon, double error, boolean kinked) {}

    /// The widths that are tried, in units of the settings' epsilon.
    private static final double[] WIDTHS = {1, 0.1, 10, 0.01};

    /// The widths of a curve, in half decades: from 0.1 down to 1e-11.
    private static final int WIDEST = -2;

    private static final int NARROWEST = -22;

    private final Program program;
    private final Run run;
    private final Settings settings;
    private final Executor executor;
    private final Kinks kinks;
    private final int forward;
    private final int[] left;
    private final int[] right;
    private final double loss;
    private final double floor;
    private final List<Element> kinksFound = new ArrayList<>();

    private GradientCheck(
            Program program, Parameters weights, int batch, Consumer<Executor> feed, Run run, Settings s) {
        this.program = program;
        this.run = run;
        this.settings = s;
        this.executor = new Executor(program, weights.copy(Precision.FLOAT64), batch, true);
        this.kinks = new Kinks(program);
        this.forward = forwardLength(program);
        feed.accept(executor);
        executor.run(run);
        this.loss = executor.loss();
        this.floor = s.floor() * Math.max(1, Math.abs(loss));
        this.left = new int[kinks.size(executor)];
        this.right = left.clone();
    }

    private static int forwardLength(Program program) {
        List<Instruction> all = program.instructions();
        return (int) all.stream().takeWhile(i -> i.phase() != Phase.BACKWARD).count();
    }

    /// @param program forward, loss and backward
    /// @param weights in either precision. Not modified.
    /// @param batch   samples
    /// @param feed    writes features and targets of the batch
    /// @param run     seed and step, for dropout
    public static GradientReport check(
            Program program, Parameters weights, int batch, Consumer<Executor> feed, Run run, Settings settings) {
        return new GradientCheck(program, weights, batch, feed, run, settings).report(Progress.PATIENT);
    }

    /// As [#check(Program, Parameters, int, Consumer, Run, Settings)], watched.
    ///
    /// @throws CancellationException where `progress` ended it
    public static GradientReport check(
            Program program,
            Parameters weights,
            int batch,
            Consumer<Executor> feed,
            Run run,
            Settings settings,
            Progress progress) {
        return new GradientCheck(program, weights, batch, feed, run, settings).report(progress);
    }

    /// Compares one derivative with quotients of many widths: too wide, and the curve of the loss shows; too narrow,
    /// and rounding does.
    ///
    /// @param element of a report on the same program, weights and batch
    /// @return from the widest to the narrowest, two a decade
    public static List<Width> widths(
            Program program,
            Parameters weights,
            int batch,
            Consumer<Executor> feed,
            Run run,
            Settings settings,
            Element element) {
        GradientCheck check = new GradientCheck(program, weights, batch, feed, run, settings);
        Tensor tensor = check.executor.tensor(
                program.parameter(element.parameter()).orElseThrow().value());
        int at = tensor.offset(
                element.index().stream().mapToInt(Integer::intValue).toArray());
        List<Width> widths = new ArrayList<>();
        for (int half = WIDEST; half >= NARROWEST; half--) {
            double epsilon = Math.pow(10, half / 2.0);
            Quotient q = check.quotient(tensor, at, epsilon, element.analytic());
            widths.add(new Width(epsilon, q.error(), q.kinked()));
        }
        return widths;
    }

    private GradientReport report(Progress progress) {
        // all of them before the first difference quotient overwrites what the pass left
        List<Program.Parameter> trained = program.trained();
        List<double[]> gradients = trained.stream()
                .map(p -> program.gradient(p.value())
                        .map(g -> executor.tensor(g).toArray())
                        .orElseGet(() -> new double[p.size()]))
                .toList();
        List<OfParameter> parameters = new ArrayList<>();
        Element worst = null;
        int all = gradients.stream()
                .mapToInt(g -> settings.elements() == 0 ? g.length : Math.min(g.length, settings.elements()))
                .sum();
        int done = 0;
        for (int p = 0; p < gradients.size(); p++) {
            int before = done;
            OfParameter one = check(trained.get(p), gradients.get(p), k -> progress.goesOn(before + k, all));
            done += one.checked() + one.kinks();
            parameters.add(one);
            worst = worse(worst, one.worst());
        }
        return new GradientReport(
                loss, settings.tolerance(), worst == null ? 0 : worst.relativeError(), worst, parameters, kinksFound);
    }

    private static @Nullable Element worse(@Nullable Element a, @Nullable Element b) {
        return a == null || b != null && b.relativeError() > a.relativeError() ? b : a;
    }

    private OfParameter check(Program.Parameter parameter, double[] gradient, IntPredicate goesOn) {
        Tensor weights = executor.tensor(parameter.value());
        Element worst = null;
        int checked = 0;
        int kinked = 0;
        for (int i : chosen(gradient.length, parameter.name())) {
            if (!goesOn.test(checked + kinked)) {
                throw new CancellationException();
            }
            Quotient best = compare(weights, i, gradient[i]);
            Element element = new Element(
                    parameter.name(),
                    parameter.node(),
                    Arrays.stream(weights.index(i)).boxed().toList(),
                    gradient[i],
                    best.value(),
                    best.error());
            if (best.kinked()) {
                kinked++;
                if (kinksFound.size() < GradientReport.KINKS_KEPT) {
                    kinksFound.add(element);
                }
            } else {
                checked++;
                worst = worse(worst, element);
            }
        }
        return new OfParameter(parameter.name(), parameter.node(), gradient.length, checked, kinked, worst);
    }

    private int[] chosen(int size, String name) {
        if (settings.elements() == 0 || settings.elements() >= size) {
            return IntStream.range(0, size).toArray();
        }
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(settings.seed() ^ name.hashCode());
        return random.ints(0, size)
                .distinct()
                .limit(settings.elements())
                .sorted()
                .toArray();
    }

    /// A difference quotient and how far it is from the derivative.
    ///
    /// @param kinked whether there is a kink on the way
    private record Quotient(double value, double error, boolean kinked) {

        /// An honest quotient counts more than one over a kink, then the smaller error.
        boolean isBetterThan(Quotient other) {
            return kinked == other.kinked ? error < other.error : !kinked;
        }
    }

    private Quotient compare(Tensor weights, int i, double analytic) {
        if (!Double.isFinite(analytic)) {
            return new Quotient(Double.NaN, Double.POSITIVE_INFINITY, false);
        }
        Quotient best = new Quotient(Double.NaN, Double.POSITIVE_INFINITY, true);
        for (double width : WIDTHS) {
            double h = width * settings.epsilon();
            Quotient plain = quotient(weights, i, h, analytic);
            best = plain.isBetterThan(best) ? plain : best;
            if (best.error() > settings.tolerance() && !plain.kinked()) {
                Quotient half = quotient(weights, i, h / 2, analytic);
                double value = (4 * half.value() - plain.value()) / 3;
                Quotient refined = new Quotient(value, error(analytic, value), half.kinked());
                best = refined.isBetterThan(best) ? refined : best;
            }
            if (best.error() <= settings.tolerance()) {
                // agreeing across a kink is agreement all the same
                return new Quotient(best.value(), best.error(), false);
            }
        }
        return best;
    }

    private Quotient quotient(Tensor weights, int i, double h, double analytic) {
        double w = weights.get(i);
        double above = w + h;
        double below = w - h;
        double up = lossAt(weights, i, above, right);
        double down = lossAt(weights, i, below, left);
        weights.set(i, w);
        // divided by the distance that float64 really kept
        double value = (up - down) / (above - below);
        return new Quotient(value, error(analytic, value), !Arrays.equals(left, right));
    }

    private double lossAt(Tensor weights, int i, double w, int[] sides) {
        weights.set(i, w);
        executor.run(run, 0, forward);
        kinks.record(executor, sides);
        return executor.loss();
    }

    private double error(double analytic, double numeric) {
        double error = Math.abs(analytic - numeric) / Math.max(Math.abs(analytic) + Math.abs(numeric), floor);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }
}
