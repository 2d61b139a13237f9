package io.netwright.step.why;

import io.netwright.op.explain.Expr;
import io.netwright.step.Frame;
import io.netwright.step.OpFrame;
import io.netwright.step.Operand;
import io.netwright.step.ParameterFrame;
import io.netwright.step.Stage;
import io.netwright.step.StepRecording;
import io.netwright.step.why.Part.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Why one element of a parameter changed in a recorded step.
///
/// The change is taken apart into what the optimizer added up: this step's gradient, what it remembers, weight decay.
/// The gradient is taken apart into the samples of the batch, each sample into the ways through the network that led
/// from the loss to the weight. At each level the parts add up to the whole, within rounding: every level is the
/// explanation of an op, read as a sum ([LinearForm]).
///
/// An optimizer that is not a sum of these (Lion takes a sign) has one part, [Origin.Rest]. Where the scale of a step
/// depends on the gradient as well (the root in Adam), the scale is taken as it came out.
public final class Why {

    private static final int PARAMETER = 0;
    private static final int GRADIENT = 1;

    private final StepRecording recording;
    private final ParameterFrame update;
    private final List<Integer> index;

    /// @param index one number an axis of the parameter
    public Why(StepRecording recording, ParameterFrame update, int... index) {
        this.recording = recording;
        this.update = update;
        this.index = Arrays.stream(index).boxed().toList();
    }

    /// @return the whole change
    public Part change() {
        int[] at = ints(index);
        double before = update.before().at(at);
        double after = update.output().at(at);
        return new Part(new Origin.Change(update.kept(), index, before, after), after - before);
    }

    /// @return the parts of a part, the largest first; none where it leads nowhere
    public List<Part> parts(Part whole) {
        List<Part> parts =
                switch (whole.origin()) {
                    case Origin.Change c -> ofChange();
                    case Origin.Gradient(int frame, List<Integer> at, double factor, double value) ->
                        bySample(ways(frame, at, factor));
                    case Origin.Sample(int number, List<Part> ways) ->
                        // one way alone is the sample: what it is made of says more
                        ways.size() == 1 && !parts(ways.getFirst()).isEmpty() ? parts(ways.getFirst()) : ways;
                    case Origin.Way(int frame, List<Integer> at, double factor, double value) ->
                        ways(frame, at, factor);
                    case Origin.Memory m -> List.of();
                    case Origin.Decay d -> List.of();
                    case Origin.Rest r -> List.of();
                };
        return parts.stream()
                .sorted(Comparator.comparingDouble((Part p) -> -Math.abs(p.amount())))
                .toList();
    }

    private List<Part> ofChange() {
        LinearForm form = LinearForm.of(update.explain(ints(index)), ref -> true);
        double[] factors = new double[update.operands().size()];
        form.terms().forEach(t -> factors[t.ref().input()] += t.factor());
        // the change is the new value without the old one
        factors[PARAMETER] -= 1;
        List<Part> parts = new ArrayList<>();
        for (int k = 0; k < factors.length; k++) {
            double value = update.operands().get(k).numbers().at(ints(index));
            if (factors[k] * value != 0 || k == GRADIENT) {
                parts.add(new Part(origin(k, factors[k], value), factors[k] * value));
            }
        }
        if (form.rest() != 0) {
            parts.add(new Part(new Origin.Rest(), form.rest()));
        }
        return parts;
    }

    private Origin origin(int operand, double factor, double value) {
        return switch (operand) {
            case PARAMETER -> new Origin.Decay(factor, value);
            case GRADIENT ->
                update.gradient().source() instanceof Operand.Source.OfFrame(int frame, String node)
                        ? new Origin.Gradient(frame, index, factor, value)
                        : new Origin.Rest();
            default -> new Origin.Memory(update.operands().get(operand).name(), factor, value);
        };
    }

    /// Takes apart an element of what a backward frame computed, times `factor`, until there is more than one part.
    ///
    /// @return none where the frame's numbers do not come from another gradient: there the loss itself speaks
    private List<Part> ways(int frame, List<Integer> at, double factor) {
        Frame made = recording.frame(frame);
        if (!(made instanceof OpFrame op) || op.stage() != Stage.BACKWARD) {
            return List.of();
        }
        LinearForm form = LinearForm.of(op.explain(ints(at)), ref -> ref.input() >= 0 && isGradient(op, ref));
        if (form.terms().isEmpty()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        for (LinearForm.Term t : form.terms()) {
            Operand from = op.operands().get(t.ref().input());
            int maker = ((Operand.Source.OfFrame) from.source()).index();
            double through = factor * t.factor();
            parts.add(new Part(
                    new Origin.Way(maker, t.ref().index(), through, t.ref().value()),
                    through * t.ref().value()));
        }
        if (form.rest() != 0) {
            parts.add(new Part(new Origin.Rest(), factor * form.rest()));
        }
        if (parts.size() == 1 && parts.getFirst().origin() instanceof Origin.Way way) {
            List<Part> further = ways(way.frame(), way.index(), way.factor());
            return further.isEmpty() ? parts : further;
        }
        return parts;
    }

    private boolean isGradient(OpFrame op, Expr.Ref ref) {
        return op.operands().get(ref.input()).source() instanceof Operand.Source.OfFrame(int maker, String node)
                && recording.frame(maker).stage() == Stage.BACKWARD;
    }

    /// Puts together what belongs to one sample, where the samples can be told apart.
    private List<Part> bySample(List<Part> ways) {
        boolean told = ways.stream()
                .allMatch(p -> p.origin() instanceof Origin.Way w
                        && recording.frame(w.frame()).isBatched());
        if (!told) {
            return ways;
        }
        Map<Integer, List<Part>> samples = new LinkedHashMap<>();
        for (Part p : ways) {
            int sample = ((Origin.Way) p.origin()).index().getFirst();
            samples.computeIfAbsent(sample, s -> new ArrayList<>()).add(p);
        }
        return samples.entrySet().stream()
                .map(e -> new Part(
                        new Origin.Sample(e.getKey(), e.getValue()),
                        e.getValue().stream().mapToDouble(Part::amount).sum()))
                .toList();
    }

    private static int[] ints(List<Integer> list) {
        return IntStream.range(0, list.size()).map(list::get).toArray();
    }
}
