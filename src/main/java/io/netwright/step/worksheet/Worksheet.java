package io.netwright.step.worksheet;

import io.netwright.op.explain.Expr;
import io.netwright.step.Frame;
import io.netwright.step.Numbers;
import io.netwright.step.Stage;
import io.netwright.step.StepRecording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/// Questions on one training step, in the order in which the step computes them.
///
/// @param questions which numbers are asked for
public record Worksheet(List<Question> questions) {

    /// How many questions a sheet has where nobody says.
    public static final int QUESTIONS = 10;

    /// On how many samples the step is taken where nobody says: few enough to be added up by hand.
    public static final int SAMPLES = 2;

    private static final int TRIES = 40;
    private static final double SMALLEST = 1e-6;

    public Worksheet {
        questions = List.copyOf(questions);
    }

    /// Chooses questions: of each part of the step (forward, loss, backward, update) as evenly as there are any, each
    /// of another operation, and none that takes more than a person would add up, or nothing but copying.
    ///
    /// @param most how many questions at most
    /// @param seed the same seed and recording give the same questions
    public static Worksheet of(StepRecording recording, int most, long seed) {
        Random random = new Random(seed);
        List<List<Question>> byStage = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            List<Question> found = recording.frames().stream()
                    .filter(f -> f.stage() == stage)
                    .flatMap(f -> question(f, random).stream())
                    .collect(Collectors.toCollection(ArrayList::new));
            java.util.Collections.shuffle(found, random);
            byStage.add(found);
        }
        List<Question> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < most; round++) {
            int before = chosen.size();
            for (List<Question> stage : byStage) {
                if (round < stage.size() && chosen.size() < most) {
                    chosen.add(stage.get(round));
                }
            }
            if (chosen.size() == before) {
                break;
            }
        }
        chosen.sort(Comparator.comparingInt(q -> q.frame().index()));
        return new Worksheet(chosen);
    }

    private static Optional<Question> question(Frame frame, Random random) {
        Numbers output = frame.output();
        for (int i = 0; i < TRIES && output.size() > 0; i++) {
            int[] index = output.index(random.nextInt(output.rows()), random.nextInt(output.cols()));
            Question q =
                    new Question(frame, java.util.Arrays.stream(index).boxed().toList(), frame.explain(index));
            if (isWorthAsking(q)) {
                return Optional.of(q);
            }
        }
        return Optional.empty();
    }

    private static boolean isWorthAsking(Question q) {
        int terms = q.given().size();
        return !(q.told() instanceof Expr.Ref)
                && terms >= 1
                && terms <= Question.MOST_TERMS
                && Double.isFinite(q.answer())
                && Math.abs(q.answer()) > SMALLEST
                && (q.frame().stage() == Stage.FORWARD || !isCopied(q));
    }

    /// Such as a weight without a gradient, or the mean of one number.
    private static boolean isCopied(Question q) {
        return q.given().values().stream().anyMatch(given -> Math.abs(given - q.answer()) < SMALLEST);
    }
}
