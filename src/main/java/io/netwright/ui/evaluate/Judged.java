package io.netwright.ui.evaluate;

import io.netwright.data.DataSet;
import io.netwright.data.Part;
import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import io.netwright.train.Evaluation;
import io.netwright.train.Evaluator;
import io.netwright.train.Predictor;
import io.netwright.train.Scores;
import io.netwright.train.TrainingPlan;
import io.netwright.ui.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A network judged on a part of the data, with its answer for each sample.
///
/// @param weights    a copy that belongs to this
/// @param evaluation loss, metrics and confusion over all samples
/// @param samples    which were judged. Not modified, and not to be modified.
/// @param scores     the answer for each of these
record Judged(TrainingPlan plan, Parameters weights, Evaluation evaluation, int[] samples, Scores scores) {

    /// Takes its time.
    ///
    /// @param part not empty
    static Judged of(TrainingPlan plan, Parameters weights, Part part) {
        int[] samples = plan.data().split().of(part);
        Evaluation evaluation = new Evaluator(plan, weights).evaluate(samples);
        Map<String, Tensor> answers =
                new Predictor(plan.evaluation(), weights).predict(plan.data().prepared(), samples);
        Tensor answer = plan.evaluation().outputs().entrySet().stream()
                .filter(e -> e.getValue().equals(plan.evaluationHead().prediction()))
                .map(e -> answers.get(e.getKey()))
                .findFirst()
                .orElseThrow();
        return new Judged(plan, weights, evaluation, samples, Scores.of(plan.task(), answer));
    }

    /// @return the samples in the units of their source
    DataSet data() {
        return plan.data().raw();
    }

    /// @return the names of the classes; empty where a sample's answer is not one class: a text has one at each step
    List<String> classes() {
        return scores.isClasses() && data().kind() != DataSet.Kind.TEXT
                ? data().target().classNames()
                : List.of();
    }

    /// @return the class of each judged sample
    int[] actual() {
        int[] actual = new int[samples.length];
        for (int i = 0; i < actual.length; i++) {
            actual[i] = data().target().classOf(samples[i]);
        }
        return actual;
    }

    /// @return the answer for each judged sample, where answers are classes
    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        int[] actual = actual();
        for (int i = 0; i < samples.length; i++) {
            double[] p = new double[scores.width()];
            for (int k = 0; k < p.length; k++) {
                p[k] = scores.at(i, k);
            }
            answers.add(new Answer(samples[i], actual[i], scores.best(i), p));
        }
        return answers;
    }

    /// @return wrong answers, the surest first
    List<Answer> worst() {
        return answers().stream()
                .filter(a -> !a.isRight())
                .sorted(Comparator.comparingDouble(a -> -a.probabilities()[a.best()]))
                .toList();
    }

    /// @return the answers for samples of one class that were taken for another
    List<Answer> taken(int actual, int predicted) {
        return answers().stream()
                .filter(a -> a.actual() == actual && a.best() == predicted)
                .toList();
    }
}
