package io.netwright.train.schedule;

import java.util.ArrayList;
import java.util.List;

/// A sequence of schedules at work in one run. Mutable where a schedule looks at the loss; owned by the thread that
/// trains.
public final class Pace {

    private record Leg(Course course, long length) {}

    private final List<Leg> legs = new ArrayList<>();
    private final ScheduleSequence.Unit unit;
    private final long stepsPerEpoch;
    private int epochs;
    private Course now;

    /// @param stepsPerEpoch how many steps an epoch has
    /// @param epochs        of the whole run
    public Pace(ScheduleSequence sequence, long stepsPerEpoch, int epochs) {
        for (ScheduleSpec spec : sequence.parts()) {
            Course course = ScheduleRegistry.STANDARD
                    .find(spec.type())
                    .orElseThrow(() -> new IllegalArgumentException("no schedule " + spec.type()))
                    .course(spec);
            legs.add(new Leg(course, spec.get(ScheduleSpec.LENGTH)));
        }
        this.unit = sequence.unit();
        this.stepsPerEpoch = stepsPerEpoch;
        this.epochs = epochs;
        this.now = legs.getFirst().course();
    }

    /// Says that the run has another number of epochs than was thought.
    public void epochs(int number) {
        epochs = number;
    }

    /// @return how many units the run has
    public long units() {
        return unit == ScheduleSequence.Unit.STEP ? epochs * stepsPerEpoch : epochs;
    }

    /// @param epoch the epochs completed
    /// @param step  the steps taken
    /// @return what the learning rate is multiplied by for the next step
    public double factor(long epoch, long step) {
        return factorAt(unit == ScheduleSequence.Unit.STEP ? step : epoch);
    }

    /// @param t the units done
    /// @return what the learning rate is multiplied by then
    public double factorAt(long t) {
        long begin = 0;
        for (int k = 0; k < legs.size(); k++) {
            Leg leg = legs.get(k);
            boolean last = k == legs.size() - 1 || leg.length() == 0;
            if (last || t < begin + leg.length()) {
                now = leg.course();
                long units = leg.length() == 0 ? Math.max(1, units() - begin) : leg.length();
                return now.factor(t - begin, units);
            }
            begin += leg.length();
        }
        throw new IllegalStateException("no last leg");
    }

    /// Goes through epochs that were judged before, so that a schedule that looks at the loss stands where it stood.
    ///
    /// @param losses what [#judged] was told after each epoch
    public void replay(List<Double> losses) {
        for (int epoch = 0; epoch < losses.size(); epoch++) {
            factor(epoch, (epoch + 1) * stepsPerEpoch);
            judged(losses.get(epoch));
        }
    }

    /// Says how an epoch went, to the schedule that held in it.
    ///
    /// @param loss on the validation part, or where there is none on the training part
    public void judged(double loss) {
        now.judged(loss);
    }
}
