package io.netwright.train.optimizer;

import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An optimizer's rule for each group of parameters, and which parameter belongs to which group. The group number 0 is
/// all that fit no other.
final class Grouping {

    private final List<Rule> rules = new ArrayList<>();
    private final Optional<Search> search;
    private final double[] rateFactors;
    private final int[] groups;

    Grouping(UpdateSpec spec, Map<String, Tensor> parameters) {
        OptimizerSpec own = spec.optimizer();
        Optimizer optimizer = OptimizerRegistry.STANDARD
                .find(own.type())
                .orElseThrow(() -> new IllegalArgumentException("no optimizer " + own.type()));
        rules.add(optimizer.rule(own));
        search = optimizer.search(own);
        rateFactors = new double[spec.groups().size() + 1];
        rateFactors[0] = 1;
        for (ParameterGroup group : spec.groups()) {
            rateFactors[rules.size()] = group.learningRate();
            rules.add(optimizer.rule(Hyper.scaleDecay(optimizer, own, group.weightDecay())));
        }
        groups = parameters.entrySet().stream()
                .mapToInt(e -> number(spec.groups(), e.getKey(), e.getValue()))
                .toArray();
    }

    private static int number(List<ParameterGroup> groups, String name, Tensor parameter) {
        for (int k = 0; k < groups.size(); k++) {
            if (groups.get(k).fits(name, parameter)) {
                return k + 1;
            }
        }
        return 0;
    }

    /// @return the rule of parameters that belong to no group
    Rule rule() {
        return rules.getFirst();
    }

    /// @return a fresh search; empty where the rule needs none
    Optional<Search> search() {
        return search;
    }

    /// @return the rule for parameter number `p`
    Rule rule(int p) {
        return rules.get(groups[p]);
    }

    /// @return the learning rate for parameter number `p`, where it is `rate` for those that belong to no group
    double rate(double rate, int p) {
        return rate * rateFactors[groups[p]];
    }

    /// @return the constants of a step, by group
    double[][] constants(double rate, long step) {
        double[][] constants = new double[rateFactors.length][];
        for (int k = 0; k < constants.length; k++) {
            constants[k] = rules.get(k).constants(rate * rateFactors[k], step);
        }
        return constants;
    }

    /// @return those of `constants` that hold for parameter number `p`
    double[] of(double[][] constants, int p) {
        return constants[groups[p]];
    }
}
