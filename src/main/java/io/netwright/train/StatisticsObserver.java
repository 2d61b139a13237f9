package io.netwright.train;

import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks at one step for those who watch.
final class StatisticsObserver implements TrainingSession.Observer {

    private final Program program;
    private final List<Watch> watches;
    private final Map<String, Tensor> before = new HashMap<>();
    private final Map<String, Distribution> gradients = new HashMap<>();

    /// @param watches those whose look is due
    StatisticsObserver(Program program, List<Watch> watches) {
        this.program = program;
        this.watches = watches;
    }

    private int bins(String parameter) {
        return watches.stream()
                .filter(w -> w.includes(parameter))
                .mapToInt(Watch::bins)
                .max()
                .orElse(0);
    }

    @Override
    public void beforeUpdate(Parameters parameters, Function<String, @Nullable Tensor> gradientOf) {
        parameters.trainable().forEach((name, t) -> {
            int bins = bins(name);
            Tensor g = bins == 0 ? null : gradientOf.apply(name);
            if (g != null) {
                before.put(name, t.copy());
                gradients.put(name, Distribution.of(g, bins));
            }
        });
    }

    private final Map<String, Statistics.OfParameter> seen = new LinkedHashMap<>();

    @Override
    public void afterUpdate(Parameters parameters) {
        for (Program.Parameter p : program.parameters()) {
            Tensor old = before.get(p.name());
            Distribution gradient = gradients.get(p.name());
            Tensor now = parameters.trainable().get(p.name());
            if (old != null && gradient != null && now != null && isFinite(now)) {
                Distribution weights = Distribution.of(now, bins(p.name()));
                double ratio = ratio(old, now);
                Distribution updates = Distribution.of(difference(old, now), bins(p.name()));
                seen.put(p.name(), new Statistics.OfParameter(p.node(), weights, gradient, updates, ratio));
            }
        }
    }

    /// A step whose gradient is finite can still carry a weight beyond the largest number; the next step says so.
    private static boolean isFinite(Tensor t) {
        return Double.isFinite(Vectors.maxAbs(t, 0, t.size()));
    }

    /// @param before becomes `after - before`
    private static Tensor difference(Tensor before, Tensor after) {
        for (int i = 0; i < before.size(); i++) {
            before.set(i, after.get(i) - before.get(i));
        }
        return before;
    }

    private static double ratio(Tensor before, Tensor after) {
        double changed = 0;
        double whole = 0;
        for (int i = 0; i < before.size(); i++) {
            double old = before.get(i);
            double change = after.get(i) - old;
            changed += change * change;
            whole += old * old;
        }
        return changed == 0 ? 0 : Math.sqrt(changed / whole);
    }

    /// @param step the number of the step that was looked at
    Statistics statistics(long step) {
        return new Statistics(step, new LinkedHashMap<>(seen));
    }
}
