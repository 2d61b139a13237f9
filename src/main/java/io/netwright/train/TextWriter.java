package io.netwright.train;

import io.netwright.data.DataSet;
import io.netwright.data.Rng;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes text with a network that was trained to say which token comes next: asks, draws one, and asks again with that
/// at the end. What is further back than a sample is long is out of its sight. Owned by one thread, and none of the
/// trainer's: it works on a copy of the weights.
public final class TextWriter {

    /// A stream of random numbers of its own, apart from weights and order.
    private static final long STREAM = 0x7e87;

    private final TrainingPlan plan;
    private final Parameters parameters;
    private final Executor executor;
    private final List<String> vocabulary;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final int sight;

    /// @throws UserException where the network does not give a score for each token after each step of a text
    public TextWriter(TrainingPlan plan) {
        if (!canWrite(plan)) {
            throw new UserException(Message.of("train.generate.noText"));
        }
        this.plan = plan;
        this.parameters = plan.initial(plan.spec().seed());
        this.executor = new Executor(plan.evaluation(), parameters, 1, false);
        DataSet data = plan.data().raw();
        this.vocabulary = data.vocabulary();
        this.sight = data.width();
        for (int i = 0; i < vocabulary.size(); i++) {
            places.put(vocabulary.get(i).codePointAt(0), i);
        }
    }

    /// @return whether the plan's network gives a score for each token after each step of a text
    public static boolean canWrite(TrainingPlan plan) {
        DataSet data = plan.data().raw();
        Shape scores = plan.evaluationHead().prediction().shape();
        return data.kind() == DataSet.Kind.TEXT
                && scores.rank() == 3
                && scores.size(1) == data.width()
                && scores.size(2) == data.vocabulary().size();
    }

    /// @param weights     of the plan's network, in either precision. Not modified.
    /// @param prompt      what it goes on from; a sample's first token stands for an empty one
    /// @param length      how many tokens to write
    /// @param temperature what scores are divided by: 0 takes the likeliest token, 1 draws as the network says, more
    ///                    draws more evenly
    /// @param seed        of the draws
    /// @return what comes after the prompt
    /// @throws UserException where a character of the prompt does not occur in the text that the network was trained on
    public String write(Parameters weights, String prompt, int length, double temperature, long seed) {
        parameters.copyFrom(weights);
        Rng random = new Rng(seed, STREAM);
        int[] begun = begun(prompt);
        int[] text = Arrays.copyOf(begun, begun.length + length);
        int from = text.length - length;
        StringBuilder written = new StringBuilder();
        for (int at = from; at < text.length; at++) {
            text[at] = draw(text, at, temperature, random);
            written.append(vocabulary.get(text[at]));
        }
        return written.toString();
    }

    /// @param weights of the plan's network, in either precision. Not modified.
    /// @param prompt  what stands before; a sample's first token stands for an empty one
    /// @return how probable each token of the vocabulary is to come next
    /// @throws UserException as [#write]
    public double[] next(Parameters weights, String prompt) {
        parameters.copyFrom(weights);
        int[] begun = begun(prompt);
        double[] p = scores(begun, begun.length);
        double most = Arrays.stream(p).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(p[i] - most);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private int[] begun(String prompt) {
        int[] begun = prompt.codePoints().map(c -> place(prompt, c)).toArray();
        return begun.length == 0 ? new int[1] : begun;
    }

    private int place(String prompt, int character) {
        Integer place = places.get(character);
        if (place == null) {
            throw new UserException(
                    Message.of("train.generate.unknown", Character.toString(character)),
                    new Where("", "prompt"),
                    Message.of("train.generate.known", String.join("", vocabulary)),
                    Message.of("train.generate.asIs", prompt),
                    null);
        }
        return place;
    }

    private int draw(int[] text, int at, double temperature, Rng random) {
        double[] p = scores(text, at);
        int best = 0;
        for (int i = 0; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return temperature == 0 ? best : draw(p, p[best], temperature, random);
    }

    /// Asks for the token at `at`, after those before it. What stands behind the last of them in the sample is not seen
    /// by a network that may be asked for what comes next.
    private double[] scores(int[] text, int at) {
        int seen = Math.min(sight, at);
        double[] sample = new double[sight];
        for (int i = 0; i < seen; i++) {
            sample[i] = text[at - seen + i];
        }
        Feed.inputs(
                executor, DataSet.textInputs(plan.data().raw().name(), vocabulary, sight, sample), new int[] {0}, 0, 1);
        executor.run(Run.PLAIN);
        Tensor scores = executor.tensor(plan.evaluationHead().prediction());
        int n = vocabulary.size();
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = scores.get((seen - 1) * n + i);
        }
        return p;
    }

    private static int draw(double[] scores, double most, double temperature, Rng random) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp((scores[i] - most) / temperature);
            sum += scores[i];
        }
        double left = random.uniform() * sum;
        for (int i = 0; i < scores.length; i++) {
            left -= scores[i];
            if (left < 0) {
                return i;
            }
        }
        return scores.length - 1;
    }
}
