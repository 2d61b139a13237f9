package io.netwright.ui.training;

import io.netwright.data.DataSet;
import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.data.Target;
import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import io.netwright.train.Probe;
import io.netwright.train.Scores;
import io.netwright.train.TextWriter;
import io.netwright.train.TrainingPlan;
import io.netwright.ui.Answer;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.training.Insight.Domain;
import io.netwright.ui.training.Insight.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Asks a network what it knows and makes of it what can be shown. Takes some milliseconds, so not for the JavaFX
/// thread; used by one thread at a time.
final class InsightMaker {

    /// Places of a plane, both ways.
    static final int SIDE = 60;
    /// More units than these of one layer would be too small to be told apart.
    static final int MOST_UNITS = 40;
    private static final int MOST_POINTS = 800;
    private static final int MOST_ASKED = 512;
    private static final int MOST_SHOWN = 60;
    private static final int LINE = 240;

    /// What of the network is to be seen where samples have two features.
    ///
    /// @param layer the port whose units are shown, as `node.port`; null for the last one before the answer
    /// @param unit  the unit that is shown large; null for the network's answer
    record Choice(@Nullable String layer, @Nullable Integer unit) {}

    /// How text is written.
    ///
    /// @param prompt what it goes on from; empty for the beginning of a text that was not trained on
    record Writing(String prompt, double temperature, long seed) {
        static final Writing USUAL = new Writing("", 0.8, 1);
    }

    /// Characters that are written at a look: about what the card shows.
    private static final int WRITTEN = 240;
    private static final int PROMPT = 16;

    private final LoadedData data;
    private final TrainingPlan plan;
    private final DataSet raw;
    private final @Nullable Probe probe;
    private final @Nullable TextWriter writer;
    private final Domain domain;

    InsightMaker(TrainingPlan plan) {
        this.plan = plan;
        this.data = plan.data();
        this.raw = data.raw();
        this.domain = raw.width() == 2 ? Domain.around(raw) : new Domain(0, 0, 1);
        this.writer = TextWriter.canWrite(plan) ? new TextWriter(plan) : null;
        this.probe = raw.kind() == DataSet.Kind.TEXT ? null : probe();
    }

    private Probe probe() {
        return isPlane()
                ? new Probe(plan, grid(), all(SIDE * SIDE))
                : new Probe(plan, isLine() ? line() : data.prepared(), isLine() ? all(LINE) : asked());
    }

    TrainingPlan plan() {
        return plan;
    }

    private boolean isPlane() {
        return raw.width() == 2 && (raw.kind() == DataSet.Kind.POINTS || raw.kind() == DataSet.Kind.TABLE);
    }

    private boolean isLine() {
        return raw.width() == 1 && raw.target() instanceof Target.Values;
    }

    /// @param weights of the plan's network. Not modified.
    /// @return null where there is no way to show it
    @Nullable
    Insight make(Parameters weights, Choice choice, Writing writing) {
        if (writer != null) {
            return write(writer, weights, writing);
        }
        if (probe == null) {
            return null;
        }
        probe.look(weights);
        Scores scores = probe.scores();
        if (isPlane()) {
            return surface(probe, scores, choice);
        }
        if (raw.target() instanceof Target.Values v) {
            return fit(probe, scores, v);
        }
        return scores.isClasses() ? answers(probe, scores) : null;
    }

    private Insight write(TextWriter by, Parameters weights, Writing writing) {
        // a prompt may have characters that the text has not: what it begins with then is the same as for none
        boolean known =
                writing.prompt().codePoints().allMatch(c -> raw.vocabulary().contains(Character.toString(c)));
        String prompt = writing.prompt().isEmpty() || !known
                ? raw.written(asked()[0]).substring(0, Math.min(PROMPT, raw.width()))
                : writing.prompt();
        return new Insight.Written(prompt, by.write(weights, prompt, WRITTEN, writing.temperature(), writing.seed()));
    }

    private Insight surface(Probe probe, Scores scores, Choice choice) {
        List<String> layers =
                probe.ports().stream().filter(p -> probe.at(p).rank() == 2).toList();
        // the last one is the answer itself, undone: what leads to it tells more
        String usual = layers.isEmpty() ? null : layers.get(Math.max(0, layers.size() - 2));
        String layer = layers.contains(choice.layer()) ? choice.layer() : usual;
        List<Field> units = new ArrayList<>();
        if (layer != null) {
            Tensor t = probe.at(layer);
            int n = t.dim(1);
            for (int u = 0; u < Math.min(n, MOST_UNITS); u++) {
                int unit = u;
                units.add(Fields.signed(i -> t.get(i * n + unit), SIDE, SIDE));
            }
        }
        Integer unit = choice.unit() != null && choice.unit() < units.size() ? choice.unit() : null;
        Field whole = unit == null ? answer(scores) : units.get(unit);
        return new Insight.Surface(domain, raw, points(), layers, layer, units, whole, unit);
    }

    private Field answer(Scores scores) {
        if (scores.isClasses()) {
            return Fields.classes(scores, SIDE);
        }
        if (raw.target() instanceof Target.Values v) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < v.size(); i++) {
                low = Math.min(low, v.values()[i * v.width()]);
                high = Math.max(high, v.values()[i * v.width()]);
            }
            return Fields.values(i -> scores.at(i, 0), SIDE, low, high > low ? high : low + 1);
        }
        return Fields.values(i -> scores.at(i, 0), SIDE, 0, 1);
    }

    private Insight answers(Probe probe, Scores scores) {
        int[] asked = probe.samples();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < asked.length; i++) {
            double[] probabilities = new double[scores.width()];
            for (int k = 0; k < probabilities.length; k++) {
                probabilities[k] = scores.at(i, k);
            }
            answers.add(new Answer(asked[i], raw.target().classOf(asked[i]), scores.best(i), probabilities));
        }
        int wrong = (int) answers.stream().filter(a -> !a.isRight()).count();
        // a stable order: a picture stays where it is as long as it is answered as before
        answers.sort(Comparator.comparing(Answer::isRight));
        return new Insight.Answers(
                raw,
                raw.target().classNames(),
                List.copyOf(answers.subList(0, Math.min(MOST_SHOWN, answers.size()))),
                wrong,
                asked.length);
    }

    private Insight fit(Probe probe, Scores scores, Target.Values v) {
        String name = v.names().getFirst();
        if (isLine()) {
            double[] x = new double[LINE];
            double[] y = new double[LINE];
            double[] range = range();
            for (int i = 0; i < LINE; i++) {
                x[i] = at(range, i);
                y[i] = scores.at(i, 0);
            }
            int[] points = points();
            Curve samples = new Curve(
                    "samples",
                    "",
                    Curve.Tone.VALIDATION,
                    Curve.Style.DOTS,
                    IntStream.of(points).mapToDouble(s -> raw.feature(s, 0)).toArray(),
                    IntStream.of(points)
                            .mapToDouble(s -> v.values()[s * v.width()])
                            .toArray());
            return new Insight.Fit(
                    raw.featureNames().getFirst(),
                    name,
                    List.of(samples, new Curve("fit", "", Curve.Tone.TRAIN, Curve.Style.LINE, x, y)));
        }
        int[] asked = probe.samples();
        double[] right =
                IntStream.of(asked).mapToDouble(s -> v.values()[s * v.width()]).toArray();
        double[] said = IntStream.range(0, asked.length)
                .mapToDouble(i -> scores.at(i, 0))
                .toArray();
        double low = IntStream.range(0, right.length)
                .mapToDouble(i -> right[i])
                .min()
                .orElse(0);
        double high = IntStream.range(0, right.length)
                .mapToDouble(i -> right[i])
                .max()
                .orElse(1);
        double[] ends = {low, high};
        return new Insight.Fit(
                null,
                name,
                List.of(
                        new Curve("right", "", Curve.Tone.TRAIN, Curve.Style.GUIDE, ends, ends),
                        new Curve("samples", "", Curve.Tone.TRAIN, Curve.Style.DOTS, right, said)));
    }

    private DataSet grid() {
        double[] values = new double[2 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int col = 0; col < SIDE; col++) {
                int at = 2 * (row * SIDE + col);
                values[at] = domain.x() + domain.size() * (col + 0.5) / SIDE;
                values[at + 1] = domain.y() + domain.size() * (1 - (row + 0.5) / SIDE);
            }
        }
        return prepared(values);
    }

    private double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < raw.size(); i++) {
            low = Math.min(low, raw.feature(i, 0));
            high = Math.max(high, raw.feature(i, 0));
        }
        return new double[] {low, high};
    }

    private static double at(double[] range, int i) {
        return range[0] + (range[1] - range[0]) * i / (LINE - 1);
    }

    private DataSet line() {
        double[] range = range();
        return prepared(IntStream.range(0, LINE).mapToDouble(i -> at(range, i)).toArray());
    }

    private DataSet prepared(double[] values) {
        data.preprocessing().scaler().apply(values);
        return DataSet.inputs(raw.name(), raw.kind(), raw.sampleShape(), raw.featureNames(), values);
    }

    private int[] points() {
        int[] train = data.split().of(Part.TRAIN);
        return spread(train.length == 0 ? raw.indices() : train, MOST_POINTS);
    }

    /// Samples that were not trained on, where there are some: what it knows shows there.
    private int[] asked() {
        for (Part part : List.of(Part.VALIDATION, Part.TEST, Part.TRAIN)) {
            int[] samples = data.split().of(part);
            if (samples.length > 0) {
                return spread(samples, MOST_ASKED);
            }
        }
        return raw.indices();
    }

    /// @return at most `most` of them, evenly over all: sources are often sorted by class
    private static int[] spread(int[] samples, int most) {
        int n = Math.min(most, samples.length);
        return IntStream.range(0, n)
                .map(i -> samples[(int) ((long) i * samples.length / n)])
                .toArray();
    }

    private static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }
}
