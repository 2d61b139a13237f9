package io.netwright.train.optimizer;

import java.util.List;
import java.util.Optional;

/// All optimizers, in the order in which they are offered. The one place to touch when an optimizer is added.
public final class OptimizerRegistry {

    /// The optimizers that the program ships.
    public static final OptimizerRegistry STANDARD = new OptimizerRegistry(List.of(
            new Sgd(),
            new RmsProp(),
            new Adam(),
            new AdamW(),
            new NAdam(),
            new RAdam(),
            new Adamax(),
            new Adagrad(),
            new Adadelta(),
            new Lion(),
            new Lbfgs(),
            new LevenbergMarquardt()));

    private final List<Optimizer> optimizers;

    /// @throws IllegalArgumentException where two optimizers share a type
    public OptimizerRegistry(List<Optimizer> optimizers) {
        this.optimizers = List.copyOf(optimizers);
        if (types().stream().distinct().count() != optimizers.size()) {
            throw new IllegalArgumentException("two optimizers of one type in " + types());
        }
    }

    public List<Optimizer> all() {
        return optimizers;
    }

    public List<String> types() {
        return optimizers.stream().map(o -> o.info().type()).toList();
    }

    public Optional<Optimizer> find(String type) {
        return optimizers.stream().filter(o -> o.info().type().equals(type)).findFirst();
    }
}
