package io.netwright.step.hunt;

import io.netwright.data.Part;
import io.netwright.op.Run;
import io.netwright.op.Value;
import io.netwright.program.Executor;
import io.netwright.program.Instruction;
import io.netwright.program.Parameters;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.train.Feed;
import io.netwright.train.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// One bug in the backward pass of a copy of a plan. The plan that it was made from, and all weights, stay as they are.
///
/// @param honest   the plan that it was made from
/// @param plan     the copy: recorded or checked, it goes wrong
/// @param bug     what is wrong
/// @param node    the layer in whose derivative it is
/// @param gradient the value that is computed wrongly there, as formulas may name it
/// @param tainted the layers whose derivatives come out wrong, by the bug or by what it hands on
public record Sabotage(
        TrainingPlan honest, TrainingPlan plan, Bug bug, String node, Value gradient, Set<String> tainted) {

    /// What can be said of an accusation.
    public enum Verdict {
        /// It is that layer.
        GUILTY,
        /// Its numbers are wrong, but so was what it was given.
        MISLED,
        /// All that it computed is right.
        INNOCENT
    }

    /// Samples that a bug has to show itself on.
    private static final int SAMPLES = 8;

    /// By so much of the largest gradient some gradient has to change: less, and nobody would find it.
    private static final double VISIBLE = 1e-3;

    private record Place(Bug bug, int at, List<Instruction> instead) {}

    public Sabotage {
        tainted = Set.copyOf(tainted);
    }

    /// Plants a bug that changes the gradient of some parameter visibly.
    ///
    /// @param weights of the plan's program. Not modified.
    /// @param seed    the same seed plants the same bug in the same network
    /// @return empty where no bug of the list shows
    public static Optional<Sabotage> plant(TrainingPlan plan, Parameters weights, long seed) {
        Program program = plan.training();
        List<Place> places = places(program);
        Random random = new Random(seed);
        Collections.shuffle(places, random);
        // any kind of bug is as likely as any other, however many places there are for it
        List<Bug> kinds = new ArrayList<>(List.of(Bug.values()));
        Collections.shuffle(kinds, random);
        Executor honest = run(plan, program, weights);
        for (Bug kind : kinds) {
            for (Place place : places) {
                if (place.bug() == kind) {
                    Program wrong = with(program, place);
                    Executor broken = run(plan, wrong, weights);
                    if (isVisible(program, honest, broken)) {
                        Instruction there = program.instructions().get(place.at());
                        return Optional.of(new Sabotage(
                                plan,
                                with(plan, wrong),
                                kind,
                                there.node(),
                                there.output(),
                                tainted(program, honest, broken)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Place> places(Program program) {
        List<Place> places = new ArrayList<>();
        List<Instruction> all = program.instructions();
        for (int at = 0; at < all.size(); at++) {
            Instruction i = all.get(at);
            if (i.phase() == Phase.BACKWARD) {
                Value spare = new Value(
                        program.valueCount(), i.output().shape(), i.output().label());
                for (Bug bug : Bug.values()) {
                    int place = at;
                    bug.in(program, i, spare).ifPresent(instead -> places.add(new Place(bug, place, instead)));
                }
            }
        }
        return places;
    }

    private static Program with(Program p, Place place) {
        List<Instruction> all = new ArrayList<>(p.instructions());
        all.remove(place.at());
        all.addAll(place.at(), place.instead());
        return new Program(
                p.valueCount() + 1,
                p.inputs(),
                p.targets(),
                p.parameters(),
                p.states(),
                p.constants(),
                all,
                p.updates(),
                p.ports(),
                p.outputs(),
                p.losses(),
                p.loss(),
                p.gradients());
    }

    private static TrainingPlan with(TrainingPlan plan, Program training) {
        return new TrainingPlan(
                plan.spec(),
                plan.data(),
                training,
                plan.trainingHead(),
                plan.evaluation(),
                plan.evaluationHead(),
                plan.task(),
                plan.metrics(),
                plan.flops());
    }

    private static Executor run(TrainingPlan plan, Program program, Parameters weights) {
        int[] samples = plan.data().split().of(Part.TRAIN);
        int n = Math.min(SAMPLES, samples.length);
        Executor executor = new Executor(program, weights.copy(Precision.FLOAT64), n, true);
        Feed.fill(executor, plan.data().prepared(), samples, 0, n);
        executor.run(new Run(plan.spec().seed(), 0, 0, 0));
        return executor;
    }

    private static boolean isVisible(Program program, Executor honest, Executor broken) {
        double scale = scale(program, honest);
        return program.trained().stream()
                .flatMap(p -> program.gradient(p.value()).stream())
                .anyMatch(g -> apart(honest.tensor(g), broken.tensor(g)) > VISIBLE * scale);
    }

    private static Set<String> tainted(Program program, Executor honest, Executor broken) {
        double rounding = 1e-9 * scale(program, honest);
        Set<String> nodes = new HashSet<>();
        for (Instruction i : program.in(Phase.BACKWARD)) {
            if (apart(honest.tensor(i.output()), broken.tensor(i.output())) > rounding) {
                nodes.add(i.node());
            }
        }
        return nodes;
    }

    /// What counts is measured against the largest gradient of all: that of a bias in front of batch-norm is nothing
    /// but rounding, and no bug in it could be seen.
    private static double scale(Program program, Executor honest) {
        return program.trained().stream()
                .flatMap(p -> program.gradient(p.value()).stream())
                .mapToDouble(g -> Arrays.stream(honest.tensor(g).toArray())
                        .map(Math::abs)
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
    }

    private static double apart(Tensor a, Tensor b) {
        double apart = 0;
        for (int i = 0; i < a.size(); i++) {
            apart = Math.max(apart, Math.abs(a.get(i) - b.get(i)));
        }
        return apart;
    }

    /// @param accused a layer
    public Verdict judge(String accused) {
        if (accused.equals(node)) {
            return Verdict.GUILTY;
        }
        return tainted.contains(accused) ? Verdict.MISLED : Verdict.INNOCENT;
    }
}
