package io.netwright.step.timeline;

import io.netwright.data.DataSet;
import io.netwright.data.LoadedData;
import io.netwright.data.Target;
import io.netwright.train.Moment;
import io.netwright.train.TrainingPlan;

/// One thing that is made different at a place of a run.
public sealed interface Change {

    /// @return the plan of the run that follows
    default TrainingPlan plan(TrainingPlan of) {
        return of;
    }

    /// @param moment may be modified
    /// @return where the run that follows begins
    default Moment moment(Moment moment) {
        return moment;
    }

    /// Another learning rate from here on; the schedule, where there is one, goes on and scales this one.
    record LearningRate(double rate) implements Change {
        @Override
        public Moment moment(Moment m) {
            return new Moment(
                    m.parameters(), m.optimizer(), m.seed(), m.epoch(), m.batch(), m.step(), rate, m.judged());
        }
    }

    /// Another answer for one sample from here on.
    ///
    /// @param sample its number in the data set
    /// @param number a class, or the value to be predicted
    record Label(int sample, double number) implements Change {

        /// @return whether that can be an answer: a class that there is, or a value where one value is predicted
        public boolean fits(TrainingPlan plan) {
            return switch (plan.data().prepared().target()) {
                case Target.Classes c ->
                    number == Math.rint(number)
                            && number >= 0
                            && number < c.classNames().size();
                case Target.Values v -> v.width() == 1 && Double.isFinite(number);
                default -> false;
            };
        }

        @Override
        public TrainingPlan plan(TrainingPlan of) {
            LoadedData data = of.data();
            DataSet other = data.prepared().withAnswer(sample, number);
            LoadedData changed =
                    new LoadedData(data.spec(), data.raw(), other, data.split(), data.preprocessing(), data.report());
            return new TrainingPlan(
                    of.spec(),
                    changed,
                    of.training(),
                    of.trainingHead(),
                    of.evaluation(),
                    of.evaluationHead(),
                    of.task(),
                    of.metrics(),
                    of.flops());
        }
    }

    /// Another number in one place of a parameter, once.
    ///
    /// @param parameter such as `dense1.weight`
    /// @param element   in row-major order
    record Weight(String parameter, int element, double value) implements Change {
        @Override
        public Moment moment(Moment m) {
            m.parameters()
                    .find(parameter)
                    .orElseThrow(() -> new IllegalArgumentException("no parameter " + parameter))
                    .set(element, value);
            return m;
        }
    }
}
