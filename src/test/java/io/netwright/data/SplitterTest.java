package io.netwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitterTest {

    @Provide
    Arbitrary<SplitSpec> specs() {
        Arbitrary<Integer> weight = Arbitraries.integers().between(0, 20);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        weight,
                        weight,
                        Arbitraries.longs(),
                        Arbitraries.of(true, false))
                .as((a, b, c, seed, stratified) -> {
                    double sum = a + b + c;
                    return new SplitSpec(a / sum, b / sum, c / sum, seed, stratified);
                });
    }

    private static Target.Classes target(List<Integer> classSizes) {
        int[] labels = IntStream.range(0, classSizes.size())
                .flatMap(c -> IntStream.generate(() -> c).limit(classSizes.get(c)))
                .toArray();
        new Rng(9).shuffle(labels, labels.length);
        return new Target.Classes(
                labels,
                IntStream.range(0, classSizes.size()).mapToObj(i -> "c" + i).toList());
    }

    private static int[] all(Split split) {
        return Arrays.stream(Part.values())
                .flatMapToInt(p -> Arrays.stream(split.of(p)))
                .sorted()
                .toArray();
    }

    @Property
    void partsAreDisjointAndCoverEverything(
            @ForAll("specs") SplitSpec spec, @ForAll @Size(max = 12) List<@IntRange(max = 40) Integer> classSizes) {
        Target.Classes target = target(classSizes);
        Split split = Splitter.split(target.size(), target, spec);
        assertArrayEquals(IntStream.range(0, target.size()).toArray(), all(split));
    }

    @Property
    void sizesAreTheFractionsRoundedByLargestRemainder(
            @ForAll("specs") SplitSpec spec, @ForAll @Size(max = 12) List<@IntRange(max = 40) Integer> classSizes) {
        Target.Classes target = target(classSizes);
        int n = target.size();
        Split split = Splitter.split(n, target, spec);
        boolean rescued = n > 0 && Splitter.sizes(n, spec)[0] == 1 && spec.train() * n < 0.999;
        for (Part part : Part.values()) {
            double share = spec.fraction(part) * n;
            assertTrue(Math.abs(split.size(part) - share) < (rescued ? 2 : 1) + 1e-6, part + " " + split + " of " + n);
        }
        assertTrue(n == 0 || split.size(Part.TRAIN) > 0);
        Split plain = Splitter.split(n, new Target.None(), spec);
        for (Part part : Part.values()) {
            assertEquals(plain.size(part), split.size(part), "stratifying changes no size");
        }
    }

    /// The promise of a stratified split: every class in every part in proportion, rounded up or down.
    @Property(tries = 3000)
    void classesAreRepresentedProportionally(
            @ForAll("specs") SplitSpec spec,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        SplitSpec stratified = new SplitSpec(spec.train(), spec.validation(), spec.test(), spec.seed(), true);
        Target.Classes target = target(sizes);
        Split split = Splitter.split(target.size(), target, stratified);
        boolean allLargeEnough = sizes.stream().allMatch(s -> s * spec.train() >= 1);
        for (Part part : Part.values()) {
            int[] counts = target.counts(split.of(part));
            for (int c = 0; c < counts.length; c++) {
                double share = spec.fraction(part) * sizes.get(c);
                if (allLargeEnough) {
                    assertTrue(Math.abs(counts[c] - share) < 1 + 1e-6, part + " has " + counts[c] + " for " + share);
                }
                if (part == Part.TRAIN && split.size(Part.TRAIN) >= 2 * sizes.size()) {
                    assertTrue(counts[c] > 0, "class " + c + " of " + sizes.get(c) + " is never seen");
                }
            }
        }
    }

    @Property(tries = 200)
    void theSameArgumentsGiveTheSameSplit(
            @ForAll("specs") SplitSpec spec, @ForAll @Size(max = 5) List<@IntRange(max = 40) Integer> classSizes) {
        Target.Classes target = target(classSizes);
        assertEquals(Splitter.split(target.size(), target, spec), Splitter.split(target.size(), target, spec));
    }

    @Test
    void anotherSeedGivesAnotherSplit() {
        SplitSpec one = SplitSpec.DEFAULT;
        SplitSpec two = new SplitSpec(one.train(), one.validation(), one.test(), 2, true);
        Target.Classes target = target(List.of(50, 50, 50));
        assertNotEquals(Splitter.split(150, target, one), Splitter.split(150, target, two));
    }

    @Test
    void manySmallClassesLeaveSomethingToTestOn() {
        Target.Classes target = target(IntStream.range(0, 100).mapToObj(i -> 3).toList());
        Split split = Splitter.split(300, target, new SplitSpec(0.8, 0.1, 0.1, 1, true));
        assertEquals(240, split.size(Part.TRAIN));
        assertEquals(30, split.size(Part.VALIDATION));
        assertEquals(30, split.size(Part.TEST));
    }

    @Test
    void aClassOfOneSampleIsTrainedOn() {
        for (long seed = 0; seed < 50; seed++) {
            Target.Classes target = target(List.of(1, 1, 1, 20));
            int[] seen = target.counts(Splitter.split(23, target, new SplitSpec(0.5, 0.25, 0.25, seed, true))
                    .of(Part.TRAIN));
            assertTrue(Arrays.stream(seen).allMatch(n -> n > 0), Arrays.toString(seen));
        }
    }

    @Test
    void membersOfAClassAreChosenAtRandom() {
        int[] labels = new int[1000];
        Target.Classes target = new Target.Classes(labels, List.of("a"));
        int[] train = Splitter.split(1000, target, new SplitSpec(0.5, 0.5, 0, 1, true))
                .of(Part.TRAIN);
        double mean = Arrays.stream(train).average().orElseThrow();
        assertEquals(499.5, mean, 40, "not the first half");
        long runs = IntStream.range(1, train.length)
                .filter(i -> train[i] == train[i - 1] + 1)
                .count();
        assertTrue(runs > 150 && runs < 350, "neighbours are together half of the time, not " + runs);
    }

    @Test
    void irisIsDividedEvenly() {
        Target.Classes target = target(List.of(50, 50, 50));
        Split split = Splitter.split(150, target, new SplitSpec(0.6, 0.2, 0.2, 1, true));
        assertArrayEquals(new int[] {30, 30, 30}, target.counts(split.of(Part.TRAIN)));
        assertArrayEquals(new int[] {10, 10, 10}, target.counts(split.of(Part.VALIDATION)));
        assertArrayEquals(new int[] {10, 10, 10}, target.counts(split.of(Part.TEST)));
    }

    @Test
    void oneSampleIsTrainedOn() {
        assertEquals(
                1,
                Splitter.split(1, new Target.None(), new SplitSpec(0.1, 0.2, 0.7, 1, true))
                        .size(Part.TRAIN));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5, 0.5, data.split.train",
        "-0.1, 0.6, 0.5, data.split.train",
        "NaN, 0.5, 0.5, data.split.train",
        "0.7, -0.1, 0.4, data.split.validation",
        "0.7, 0, 1.3, data.split.test",
        "0.7, 0.2, 0.2, data.split",
        "0.5, 0.2, 0.2, data.split"
    })
    void fractionsThatMakeNoSenseAreRefused(double train, double validation, double test, String place) {
        SplitSpec spec = new SplitSpec(train, validation, test, 1, false);
        var refusal = Refused.by(() -> Splitter.split(10, new Target.None(), spec));
        assertEquals(place, refusal.where().place());
        assertEquals("project.json", refusal.where().file());
    }

    @Test
    void aSumIsSaidAsAPersonWouldAddIt() {
        var refusal = Refused.by(() -> Splitter.split(10, new Target.None(), new SplitSpec(0.7, 0.2, 0.2, 1, false)));
        assertEquals(List.of("1.1"), refusal.found().args(), "not 1.0999999999999999");
    }

    @Test
    void fractionsMayMissOneByRounding() {
        SplitSpec thirds = new SplitSpec(1 / 3.0, 1 / 3.0, 0.3333333, 1, false);
        assertArrayEquals(new int[] {33, 33, 33}, Splitter.sizes(99, thirds));
    }
}
